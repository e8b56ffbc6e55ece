using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>How much of the network transfers of an endpoint take. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<NetworkUse>))]
public readonly record struct NetworkUse : IStringValue<NetworkUse>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public NetworkUse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>As much as usual.</summary>
    public static NetworkUse Normal { get; } = new("normal");

    /// <summary>Little.</summary>
    public static NetworkUse Minimal { get; } = new("minimal");

    /// <summary>Much.</summary>
    public static NetworkUse Aggressive { get; } = new("aggressive");

    /// <summary>What the four numbers of concurrency and parallelism say.</summary>
    public static NetworkUse Custom { get; } = new("custom");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static NetworkUse IStringValue<NetworkUse>.Create(string value) => new(value);
}
