namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Takes the collections as plain data and puts them back, with their folders where these are now.</summary>
internal sealed class CollectionKeeper(CollectionStore collections, CollectionFolders folders)
{
    public CollectionState Snapshot => collections.Snapshot;

    /// <summary>
    /// The folder of a seeded collection is the one that the seed has just given it, that of any other lies beside the state file: both
    /// may be elsewhere than they were.
    /// </summary>
    public void Restore(CollectionState state) => collections.Restore(
        state with { Collections = [.. state.Collections.Select(collection => collection with { Folder = FolderOf(collection) })] });

    private string? FolderOf(Collection collection) =>
        !collection.IsMapped ? null
        : collections.TryFind(collection.Id, out var seeded) ? seeded.Folder
        : folders.Prepare(new EmulatorCollection { Id = collection.Id, DisplayName = collection.DisplayName });
}
