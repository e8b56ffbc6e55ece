using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>What an identity is for. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<IdentityType>))]
public readonly record struct IdentityType : IStringValue<IdentityType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public IdentityType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>People log in with it.</summary>
    public static IdentityType Login { get; } = new("login");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static IdentityType IStringValue<IdentityType>.Create(string value) => new(value);
}
