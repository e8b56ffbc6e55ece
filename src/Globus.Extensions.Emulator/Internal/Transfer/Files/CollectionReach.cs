using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>
/// A collection's files as one identity may reach them. Each use of a path finds anew where it leads and whether that is allowed: between two
/// uses, folders may have become links, rules may have gone, and even the collection.
/// </summary>
internal sealed class CollectionReach(
    CollectionStore collections, CollectionPermissions permissions, LinkLock links, TimeProvider time, Collection collection, Guid identity)
{
    private readonly PathFinder _paths = new(links, time);

    /// <summary>The collection as it was when it was opened.</summary>
    public Collection Collection => collection;

    /// <summary>
    /// Does something where a path leads, if the identity may read there, or write. A path through a link must be open to the identity where it
    /// starts and where it ends. What is done has to be short; a file opened may be read at leisure afterwards.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="followLast">Whether a link at the end is followed, too, or meant itself.</param>
    /// <param name="toWrite">Whether something changes there.</param>
    /// <param name="use">What to do; gives the reason why it could not be done, or nothing.</param>
    public FileFault? Use(CollectionPath path, bool followLast, bool toWrite, Func<Place, FileFault?> use) =>
        links.Use(() => Locate(path, followLast, toWrite, out var place) ?? FileFault.Guard(path, () => use(place)));

    /// <summary>Changes the entry at a path in a way by which links may be made or moved: nobody uses a path meanwhile.</summary>
    public FileFault? Change(CollectionPath path, Func<Place, FileFault?> change) =>
        links.Change(() => Use(path, followLast: false, toWrite: true, change));

    private FileFault? Locate(CollectionPath path, bool followLast, bool toWrite, out Place place)
    {
        place = default;
        if (!collections.TryFind(collection.Id, out var current) || !CollectionFolders.TryFindRoot(collections, current, out var root))
        {
            return FileFault.CollectionGone(collection.DisplayName);
        }

        if (!MayReach(current, path.Names, toWrite))
        {
            return FileFault.Denied(path.Text);
        }

        return _paths.Find(root, path.Names, followLast, out place) switch
        {
            PathProblem.Outside => new FileFault(FaultCodes.PermissionDenied, $"'{path.Text}' leads out of the collection."),
            PathProblem.TooManyLinks => new FileFault(FaultCodes.InvalidSymlink, $"'{path.Text}' leads through too many symbolic links."),
            _ => MayReach(current, place.Names, toWrite) ? null : FileFault.Denied(path.Text),
        };
    }

    private bool MayReach(Collection current, IReadOnlyList<string> names, bool toWrite) =>
        permissions.CanReach(current, identity, Place.FolderPathOf(names), toWrite);
}
