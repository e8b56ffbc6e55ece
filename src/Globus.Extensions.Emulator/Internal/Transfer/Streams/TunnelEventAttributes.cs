namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>What is told of an event.</summary>
internal sealed record TunnelEventAttributes(string Code, bool IsError, string Description, string Details, string Time);
