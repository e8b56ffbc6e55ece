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

        var fault = context.Destination.Change(to, place => Make(context, place, to, text));
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

    private static FileFault? Make(TransferContext context, Place place, CollectionPath path, string text)
    {
        if (LinkTexts.ToLocal(place, text) is not { } target)
        {
            return new FileFault(FaultCodes.InvalidSymlink, $"The link '{path.Text}' would lead out of the collection.");
        }

        switch (FileEntries.Find(place.FullPath))
        {
            case null:
                File.CreateSymbolicLink(place.FullPath, target);
                return null;
            case DirectoryInfo:
                return FileFault.IsADirectory(path.Text);
            case { } present:
                if (present.LinkTarget != target)
                {
                    Replace(present, PartialName.PathIn(place.Parent(), context.Task.Id), target);
                }

                return null;
        }
    }

    /// <summary>Makes the link beside its place before it goes there: if it cannot be made, what was there stays.</summary>
    private static void Replace(FileSystemInfo present, string made, string target)
    {
        File.Delete(made);
        File.CreateSymbolicLink(made, target);
        try
        {
            if (present.LinkTarget is not null)
            {
                // The text of a link is all that is lost with it, and not every system renames something over one.
                FileEntries.Remove(present);
                FileEntries.Move(made, present.FullName);
            }
            else if (File.Exists(made))
            {
                File.Move(made, present.FullName, overwrite: true);
            }
            else
            {
                // A link to a folder is no file to File.Move.
                File.Replace(made, present.FullName, destinationBackupFileName: null);
            }
        }
        catch
        {
            File.Delete(made);
            throw;
        }
    }
}
