namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>The states of tunnels that the emulator uses.</summary>
internal static class TunnelStates
{
    public const string AwaitingListener = "AWAITING_LISTENER";
    public const string Active = "ACTIVE";
    public const string Stopping = "STOPPING";
    public const string Stopped = "STOPPED";
}
