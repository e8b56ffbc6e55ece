using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>How a consent stands. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<ConsentStatus>))]
public readonly record struct ConsentStatus : IStringValue<ConsentStatus>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public ConsentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>The person agreed.</summary>
    public static ConsentStatus Approved { get; } = new("approved");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static ConsentStatus IStringValue<ConsentStatus>.Create(string value) => new(value);
}
