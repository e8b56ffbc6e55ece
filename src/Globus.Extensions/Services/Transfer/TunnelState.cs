using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>How a tunnel stands. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<TunnelState>))]
public readonly record struct TunnelState : IStringValue<TunnelState>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public TunnelState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>It is being made.</summary>
    public static TunnelState Uninitialized { get; } = new("UNINITIALIZED");

    /// <summary>It waits for the address and port of the listening side.</summary>
    public static TunnelState AwaitingListener { get; } = new("AWAITING_LISTENER");

    /// <summary>It was asked to stop: the one state that a caller can set.</summary>
    public static TunnelState Stopping { get; } = new("STOPPING");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static TunnelState IStringValue<TunnelState>.Create(string value) => new(value);
}
