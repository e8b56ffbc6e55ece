using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What an access rule allows. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<AccessPermissions>))]
public readonly record struct AccessPermissions : IStringValue<AccessPermissions>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public AccessPermissions(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>To read.</summary>
    public static AccessPermissions Read { get; } = new("r");

    /// <summary>To read and to write.</summary>
    public static AccessPermissions ReadWrite { get; } = new("rw");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static AccessPermissions IStringValue<AccessPermissions>.Create(string value) => new(value);
}
