namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Something that happened to a task.</summary>
internal sealed record TaskEvent(string Code, bool IsError, string Description, string Details, DateTimeOffset Time);
