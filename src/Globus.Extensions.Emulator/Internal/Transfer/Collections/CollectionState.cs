namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The collections and endpoints in the state file, and the ids of those that have been deleted.</summary>
internal sealed record CollectionState(IReadOnlyList<Collection> Collections, IReadOnlyList<Guid> Deleted);
