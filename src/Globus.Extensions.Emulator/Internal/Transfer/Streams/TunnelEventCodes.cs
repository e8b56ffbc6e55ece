namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>The events of tunnels that the emulator knows. A wish to stop is none.</summary>
internal static class TunnelEventCodes
{
    public const string Started = "STARTED";
    public const string Active = "TUNNEL_ACTIVE";
    public const string Stopped = "TUNNEL_STOPPED";
}
