namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>An event of a tunnel, whose id is a number.</summary>
internal sealed record TunnelEventResource(int Id, TunnelEventAttributes Attributes)
{
    public string Type { get; } = "TunnelEvent";
}
