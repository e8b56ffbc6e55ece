using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The contents of a folder and of all below it, one folder after the other and without recursion: names decide about its depth.</summary>
internal sealed class FolderTransfer(FileTransfer files)
{
    public async ValueTask<FileFault?> RunAsync(TransferContext context, FolderJob first)
    {
        var jobs = new Stack<FolderJob>([first]);
        while (jobs.TryPop(out var job))
        {
            await context.Run.CheckpointAsync().ConfigureAwait(false);
            if (await CopyAsync(context, job, jobs).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private async ValueTask<FileFault?> CopyAsync(TransferContext context, FolderJob job, Stack<FolderJob> jobs)
    {
        FileSystemInfo[] entries = [];
        FolderTrail? trail = null;
        var fault = context.Source.Use(job.SourcePath, followLast: true, toWrite: false, place => Read(job, place, out entries, out trail));
        if (fault is not null || trail is null)
        {
            return fault is null ? null : context.Skip(fault, job.SourcePath, job.DestinationPath, job.Item, isFolder: true);
        }

        FileSystemInfo[] present = [];
        fault = context.Destination.Use(
            job.DestinationPath, followLast: true, toWrite: true, place => Prepare(context, job, trail, place, out present));
        if (fault is not null)
        {
            return fault;
        }

        context.Task.Change(static progress => (progress.Directories, progress.SubtasksTotal, progress.SubtasksSucceeded) =
            (progress.Directories + 1, progress.SubtasksTotal + 1, progress.SubtasksSucceeded + 1));
        foreach (var entry in entries.Where(entry => !IsExcluded(context, entry)))
        {
            await context.Run.CheckpointAsync().ConfigureAwait(false);
            if (await CopyEntryAsync(context, job, trail, entry, jobs).ConfigureAwait(false) is { } failed)
            {
                return failed;
            }
        }

        return context.Submission.DeleteDestinationExtra ? await DeleteExtraAsync(context, job, entries, present).ConfigureAwait(false) : null;
    }

    private static bool IsExcluded(TransferContext context, FileSystemInfo entry) =>
        FilterRule.Excludes(context.Submission.FilterRules, entry.Name, FileEntries.IsFolder(entry));

    private static FileFault? Read(FolderJob job, Place place, out FileSystemInfo[] entries, out FolderTrail? trail)
    {
        (entries, trail) = ([], null);
        if (job.Above?.Contains(place.FullPath) == true)
        {
            return new FileFault(FaultCodes.InvalidSymlink, $"'{job.SourcePath.Text}' leads back to a folder above it.");
        }

        entries = FileEntries.In(place.FullPath);
        trail = new FolderTrail(place.FullPath, job.Above);
        return Array.Find(entries, FileEntries.IsNameLost) is { } lost ? FileFault.NotText(job.SourcePath.Append(lost.Name).Text) : null;
    }

    /// <summary>Makes the folder if need be, and looks what is superfluous in it if that is asked for.</summary>
    private static FileFault? Prepare(TransferContext context, FolderJob job, FolderTrail source, Place place, out FileSystemInfo[] present)
    {
        present = [];
        if (RealPath.Contains(source.FullPath, place.FullPath))
        {
            return new FileFault(FaultCodes.InvalidPathName, $"'{job.SourcePath.Text}' cannot be copied into itself.");
        }

        if (context.Submission.DeleteDestinationExtra && source.Overlaps(place.FullPath))
        {
            return new FileFault(
                FaultCodes.InvalidPathName,
                $"'{job.SourcePath.Text}' is copied within one folder: what is superfluous in '{job.DestinationPath.Text}' may be the source itself.");
        }

        if (File.Exists(place.FullPath))
        {
            return FileFault.NotADirectory(job.DestinationPath.Text);
        }

        Directory.CreateDirectory(place.FullPath);
        context.ClearPartial(place);
        present = context.Submission.DeleteDestinationExtra ? FileEntries.In(place.FullPath) : [];
        return null;
    }

    private async ValueTask<FileFault?> CopyEntryAsync(
        TransferContext context, FolderJob job, FolderTrail trail, FileSystemInfo entry, Stack<FolderJob> jobs)
    {
        var (from, to) = (job.SourcePath.Append(entry.Name), job.DestinationPath.Append(entry.Name));
        var isFolder = FileEntries.IsFolder(entry);
        if (FileEntries.IsLink(entry))
        {
            switch (context.Submission.RecursiveSymlinks)
            {
                case "ignore":
                    return null;
                case "keep":
                    return LinkTransfer.Run(context, from, to, job.Item);
            }

            var dead = context.Source.Use(from, followLast: true, toWrite: false, place => Follow(place, from, out isFolder));
            if (dead is not null)
            {
                return context.Skip(dead, from, to, job.Item, isLink: true);
            }
        }

        if (!isFolder)
        {
            return await files.RunAsync(context, new FileJob(from, to, job.Item)).ConfigureAwait(false);
        }

        jobs.Push(new FolderJob(from, to, job.Item, trail));
        return null;
    }

    private static FileFault? Follow(Place place, CollectionPath link, out bool isFolder)
    {
        isFolder = Directory.Exists(place.FullPath);
        return isFolder || File.Exists(place.FullPath) ? null : new FileFault(FaultCodes.FileNotFound, $"The link '{link.Text}' leads nowhere.");
    }

    /// <summary>Removes what the source has not; what a filter rule leaves out of the transfer stays.</summary>
    private static async ValueTask<FileFault?> DeleteExtraAsync(
        TransferContext context, FolderJob job, FileSystemInfo[] entries, FileSystemInfo[] present)
    {
        var names = entries.Select(static entry => entry.Name).ToHashSet(StringComparer.FromComparison(RealPath.Comparison));
        foreach (var entry in present.Where(entry => !names.Contains(entry.Name) && !IsExcluded(context, entry)))
        {
            if (context.HasSkipped)
            {
                context.Task.Change(
                    static _ => { },
                    context.Run.Event(
                        EventCodes.DeleteDestinationExtraSkipped, $"Nothing was removed from '{job.DestinationPath.FolderText}' because source errors were skipped"));
                return null;
            }

            var path = job.DestinationPath.Append(entry.Name);
            if (FileEntries.IsNameLost(entry))
            {
                return FileFault.NotText(path.Text);
            }

            if (await Removal.RunAsync(context.Run, context.Destination, path, _ => context.Quota.Forget()).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
