using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A link that is to be kept as a link.</summary>
internal static class LinkTransfer
{
    /// <summary>
    /// Makes the same link at the destination. It may lead nowhere, but neither out of the source nor out of the destination.
    /// </summary>
    public static FileFault? Run(TransferContext context, CollectionPath from, CollectionPath to, TaskItem item)
    {
        var text = "";
        if (context.Source.Use(from, followLast: false, toWrite: false, place => Read(place, from, out text)) is { } unreadable)
        {
            return context.Skip(unreadable, from, to, item, isLink: true);
        }

        var fault = context.Destination.Change(to, place => Make(place, to, text));
        if (fault is null)
        {
            context.Task.Change(static progress => (progress.Symlinks, progress.SubtasksTotal, progress.SubtasksSucceeded) =
                (progress.Symlinks + 1, progress.SubtasksTotal + 1, progress.SubtasksSucceeded + 1));
        }

        return fault;
    }

    /// <summary>The text of a link; one that starts at the root of this machine starts at that of the collection instead.</summary>
    private static FileFault? Read(Place link, CollectionPath path, out string text)
    {
        text = "";
        if (PathResolver.LinkTarget(link.FullPath) is not { } target)
        {
            return FileEntries.Find(link.FullPath) is null
                ? FileEntries.WhyMissing(link.FullPath, path)
                : new FileFault("NOT_A_SYMLINK", $"'{path.Text}' is no link.");
        }

        text = Path.IsPathRooted(target) && PathResolver.RelativeTo(link.Root, target) is { } inside ? "/" + inside : target;
        return PathResolver.Resolve(link.Root, link.Names, followLast: true, out _) == PathProblem.Outside ? FileFault.Denied(path.Text) : null;
    }

    private static FileFault? Make(Place place, CollectionPath path, string text)
    {
        if (LinkTexts.ToLocal(place, text) is not { } target)
        {
            return new FileFault(FaultCodes.InvalidSymlink, $"The link '{path.Text}' would lead out of the collection.");
        }

        if (FileEntries.Find(place.FullPath) is { } present)
        {
            if (present is DirectoryInfo)
            {
                return FileFault.IsADirectory(path.Text);
            }

            if (present.LinkTarget == target)
            {
                return null;
            }

            present.Delete();
        }

        File.CreateSymbolicLink(place.FullPath, target);
        return null;
    }
}
