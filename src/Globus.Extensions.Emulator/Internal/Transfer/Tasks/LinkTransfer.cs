using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A link that is to be kept as a link.</summary>
internal static class LinkTransfer
{
    /// <summary>
    /// Makes the same link at the destination. It may lead nowhere, but neither out of the source nor out of the destination.
    /// </summary>
    public static FileFault? Run(
        TransferContext context, Place link, Place folder, string name, CollectionPath from, CollectionPath to, TaskItem item)
    {
        var target = PathResolver.LinkTarget(link.FullPath);
        if (target is null)
        {
            return new FileFault("NOT_A_SYMLINK", $"'{from.Text}' is no link.");
        }

        if (PathResolver.Resolve(context.Source.Root, link.Names, followLast: true, out _) == PathProblem.Outside)
        {
            return context.Skip(FileFault.Denied(from.Text), from, to, item, isLink: true);
        }

        var text = PathResolver.RelativeTo(context.Source.Root, target) is { } inside && Path.IsPathRooted(target) ? "/" + inside : target;
        var place = new Place(Path.Join(folder.FullPath, name), [.. folder.Names, name]);
        if (LinkTexts.ToLocal(context.Destination.Root, place, text) is not { } local)
        {
            return new FileFault(FaultCodes.InvalidSymlink, $"The link '{to.Text}' would lead out of the collection.");
        }

        var fault = TransferContext.Guard(to, () => Replace(place.FullPath, local));
        if (fault is null)
        {
            context.Task.Change(static progress => (progress.Symlinks, progress.SubtasksTotal, progress.SubtasksSucceeded) =
                (progress.Symlinks + 1, progress.SubtasksTotal + 1, progress.SubtasksSucceeded + 1));
        }

        return fault;
    }

    private static void Replace(string fullPath, string target)
    {
        if (FileEntries.Find(fullPath) is { } present)
        {
            if (present.LinkTarget == target)
            {
                return;
            }

            // A folder in the way is not emptied for a link.
            present.Delete();
        }

        File.CreateSymbolicLink(fullPath, target);
    }
}
