using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What a task does. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<TransferTaskType>))]
public readonly record struct TransferTaskType : IStringValue<TransferTaskType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public TransferTaskType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Copies.</summary>
    public static TransferTaskType Transfer { get; } = new("TRANSFER");

    /// <summary>Deletes.</summary>
    public static TransferTaskType Delete { get; } = new("DELETE");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static TransferTaskType IStringValue<TransferTaskType>.Create(string value) => new(value);
}
