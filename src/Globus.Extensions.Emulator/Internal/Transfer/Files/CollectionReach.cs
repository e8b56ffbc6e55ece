using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>A collection's files as one identity may reach them.</summary>
internal sealed class CollectionReach(CollectionPermissions permissions, Collection collection, string root, Guid identity)
{
    public Collection Collection => collection;

    /// <summary>The folder on this machine, without links in its path.</summary>
    public string Root => root;

    /// <summary>
    /// Finds where a path leads, if the identity may read there, or write. A path through a link must be open to the identity where it
    /// starts and where it ends.
    /// </summary>
    public FileFault? Locate(CollectionPath path, bool followLast, bool toWrite, out Place place)
    {
        place = default;
        if (!MayReach(path.Names, toWrite))
        {
            return FileFault.Denied(path.Text);
        }

        return PathResolver.Resolve(root, path.Names, followLast, out place) switch
        {
            PathProblem.Outside => new FileFault(FaultCodes.PermissionDenied, $"'{path.Text}' leads out of the collection."),
            PathProblem.TooManyLinks => new FileFault(FaultCodes.InvalidSymlink, $"'{path.Text}' leads through too many symbolic links."),
            _ => MayReach(place.Names, toWrite) ? null : FileFault.Denied(path.Text),
        };
    }

    private bool MayReach(IReadOnlyList<string> names, bool toWrite) =>
        permissions.CanReach(collection, identity, new Place("", names).FolderPath, toWrite);
}
