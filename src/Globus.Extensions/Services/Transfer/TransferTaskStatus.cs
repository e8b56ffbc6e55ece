using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>How a task stands. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<TransferTaskStatus>))]
public readonly record struct TransferTaskStatus : IStringValue<TransferTaskStatus>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public TransferTaskStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>It runs, or waits for its turn.</summary>
    public static TransferTaskStatus Active { get; } = new("ACTIVE");

    /// <summary>It is suspended until somebody does something, for example gives new credentials.</summary>
    public static TransferTaskStatus Inactive { get; } = new("INACTIVE");

    /// <summary>It ended well.</summary>
    public static TransferTaskStatus Succeeded { get; } = new("SUCCEEDED");

    /// <summary>It ended otherwise: it failed, was cancelled, or its deadline passed.</summary>
    public static TransferTaskStatus Failed { get; } = new("FAILED");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static TransferTaskStatus IStringValue<TransferTaskStatus>.Create(string value) => new(value);
}
