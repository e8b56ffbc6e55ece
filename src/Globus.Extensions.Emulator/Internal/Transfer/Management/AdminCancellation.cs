namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>What a manager has cancelled at once.</summary>
internal sealed record AdminCancellation(Guid Identity, IReadOnlyList<Guid> TaskIds);
