using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>How an identity stands. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<IdentityStatus>))]
public readonly record struct IdentityStatus : IStringValue<IdentityStatus>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public IdentityStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Somebody has logged in with it.</summary>
    public static IdentityStatus Used { get; } = new("used");

    /// <summary>Nobody has logged in with it yet.</summary>
    public static IdentityStatus Unused { get; } = new("unused");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static IdentityStatus IStringValue<IdentityStatus>.Create(string value) => new(value);
}
