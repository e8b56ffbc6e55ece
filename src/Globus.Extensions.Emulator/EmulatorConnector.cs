namespace Globus.Extensions.Emulator;

/// <summary>What an <see cref="EmulatorSubscription"/> allows with a connector.</summary>
public sealed record EmulatorConnector
{
    /// <summary>Whether it may be used with high assurance; <see langword="false"/> by default.</summary>
    public bool IsHa { get; init; }

    /// <summary>Whether the business associate agreement covers it; <see langword="false"/> by default.</summary>
    public bool IsBaa { get; init; }
}
