using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Which transfers of a collection are restricted to partners of high assurance. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<TransferRestriction>))]
public readonly record struct TransferRestriction : IStringValue<TransferRestriction>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public TransferRestriction(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Those to it.</summary>
    public static TransferRestriction Inbound { get; } = new("inbound");

    /// <summary>Those from it.</summary>
    public static TransferRestriction Outbound { get; } = new("outbound");

    /// <summary>Both.</summary>
    public static TransferRestriction All { get; } = new("all");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static TransferRestriction IStringValue<TransferRestriction>.Create(string value) => new(value);
}
