using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Principals;

/// <summary>Who may see that a registered client exists. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<ClientVisibility>))]
public readonly record struct ClientVisibility : IStringValue<ClientVisibility>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public ClientVisibility(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Everybody who is logged in.</summary>
    public static ClientVisibility Public { get; } = new("public");

    /// <summary>Only the administrators of its project.</summary>
    public static ClientVisibility Private { get; } = new("private");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static ClientVisibility IStringValue<ClientVisibility>.Create(string value) => new(value);
}
