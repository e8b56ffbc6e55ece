using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>Who may see that a group exists. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<GroupVisibility>))]
public readonly record struct GroupVisibility : IStringValue<GroupVisibility>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public GroupVisibility(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Everybody who is logged in.</summary>
    public static GroupVisibility Authenticated { get; } = new("authenticated");

    /// <summary>Only those with a membership.</summary>
    public static GroupVisibility Private { get; } = new("private");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static GroupVisibility IStringValue<GroupVisibility>.Create(string value) => new(value);
}
