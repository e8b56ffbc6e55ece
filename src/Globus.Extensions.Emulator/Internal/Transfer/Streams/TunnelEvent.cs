namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>Something that happened to a tunnel.</summary>
internal sealed record TunnelEvent(int Id, string Code, string Description, DateTimeOffset Time)
{
    public bool IsError { get; init; }
}
