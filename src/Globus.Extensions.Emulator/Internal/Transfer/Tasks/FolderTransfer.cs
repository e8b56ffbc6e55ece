using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The contents of a folder and of all below it, one folder after the other and without recursion: names decide about its depth.</summary>
internal sealed class FolderTransfer(FileTransfer files)
{
    private static readonly Dictionary<string, FileSystemInfo> Nothing = [];

    public async ValueTask<FileFault?> RunAsync(TransferContext context, FolderJob first, TaskItem item)
    {
        if (Contains(first.Source.FullPath, first.Destination.FullPath))
        {
            return new FileFault(FaultCodes.InvalidPathName, $"'{first.SourcePath.Text}' cannot be copied into itself.");
        }

        var jobs = new Stack<FolderJob>([first]);
        while (jobs.TryPop(out var job))
        {
            await context.Run.CheckpointAsync().ConfigureAwait(false);
            if (await CopyAsync(context, job, item, jobs).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static bool Contains(string folder, string path) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private async ValueTask<FileFault?> CopyAsync(TransferContext context, FolderJob job, TaskItem item, Stack<FolderJob> jobs)
    {
        FileSystemInfo[] entries = [];
        var fault = TransferContext.Guard(
            job.SourcePath, () => entries = [.. new DirectoryInfo(job.Source.FullPath).EnumerateFileSystemInfos()]);
        if (fault is not null)
        {
            return context.Skip(fault, job.SourcePath, job.DestinationPath, item, isFolder: true);
        }

        var present = Nothing;
        fault = File.Exists(job.Destination.FullPath)
            ? FileFault.NotADirectory(job.DestinationPath.Text)
            : TransferContext.Guard(job.DestinationPath, () => present = Open(job.Destination.FullPath));
        if (fault is not null)
        {
            return fault;
        }

        context.Task.Change(static progress => (progress.Directories, progress.SubtasksTotal, progress.SubtasksSucceeded) =
            (progress.Directories + 1, progress.SubtasksTotal + 1, progress.SubtasksSucceeded + 1));
        var names = new HashSet<string>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            names.Add(entry.Name);
            fault = FilterRule.Excludes(context.Submission.FilterRules, entry.Name, entry is DirectoryInfo && !FileEntries.IsLink(entry))
                ? null
                : await CopyEntryAsync(context, job, item, entry, present.GetValueOrDefault(entry.Name), jobs).ConfigureAwait(false);
            if (fault is not null)
            {
                return fault;
            }
        }

        return context.Submission.DeleteDestinationExtra ? DeleteExtra(context, job, present, names) : null;
    }

    /// <summary>Makes the folder if need be, and looks what is in it.</summary>
    private static Dictionary<string, FileSystemInfo> Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            return Nothing;
        }

        return new DirectoryInfo(folder).EnumerateFileSystemInfos().ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
    }

    private async ValueTask<FileFault?> CopyEntryAsync(
        TransferContext context, FolderJob job, TaskItem item, FileSystemInfo entry, FileSystemInfo? present, Stack<FolderJob> jobs)
    {
        var (from, to) = (job.SourcePath.Append(entry.Name), job.DestinationPath.Append(entry.Name));
        var source = new Place(entry.FullName, [.. job.Source.Names, entry.Name]);
        var isFolder = entry is DirectoryInfo;
        if (FileEntries.IsLink(entry))
        {
            switch (context.Submission.RecursiveSymlinks)
            {
                case "ignore":
                    return null;
                case "keep":
                    return LinkTransfer.Run(context, new Place(entry.FullName, source.Names), job.Destination, entry.Name, from, to, item);
            }

            if (FollowLink(context, job, from, out source, out isFolder) is { } dead)
            {
                return context.Skip(dead, from, to, item, isLink: true);
            }
        }

        var destination = new Place(Path.Join(job.Destination.FullPath, entry.Name), [.. job.Destination.Names, entry.Name]);
        if (present is not null && FileEntries.IsLink(present) && context.Destination.Locate(to, followLast: true, toWrite: true, out destination) is { } refused)
        {
            return refused;
        }

        if (isFolder)
        {
            jobs.Push(new FolderJob(source, destination, from, to, job));
            return null;
        }

        return Directory.Exists(destination.FullPath) && present is not null
            ? FileFault.IsADirectory(to.Text)
            : await files.RunAsync(
                context, new FileJob(SourceFile(entry, source), destination.FullPath, from, to, item), PresentFile(present, destination.FullPath)).ConfigureAwait(false);
    }

    /// <summary>The entry of the folder knows already what a look at the file would tell.</summary>
    private static FileInfo SourceFile(FileSystemInfo entry, Place source) =>
        entry is FileInfo file && file.FullName == source.FullPath ? file : new FileInfo(source.FullPath);

    private static FileInfo? PresentFile(FileSystemInfo? present, string fullPath) =>
        present is null ? null
        : !FileEntries.IsLink(present) ? present as FileInfo
        : File.Exists(fullPath) ? new FileInfo(fullPath) : null;

    private static FileFault? FollowLink(TransferContext context, FolderJob job, CollectionPath from, out Place source, out bool isFolder)
    {
        isFolder = false;
        if (context.Source.Locate(from, followLast: true, toWrite: false, out source) is { } fault)
        {
            return fault;
        }

        isFolder = Directory.Exists(source.FullPath);
        return isFolder && job.IsBelow(source.FullPath)
                ? new FileFault(FaultCodes.InvalidSymlink, $"'{from.Text}' leads back to a folder above it.")
            : isFolder || File.Exists(source.FullPath) ? null
            : new FileFault(FaultCodes.FileNotFound, $"The link '{from.Text}' leads nowhere.");
    }

    /// <summary>Removes what the source has not; what a filter rule leaves out of the transfer stays.</summary>
    private static FileFault? DeleteExtra(TransferContext context, FolderJob job, Dictionary<string, FileSystemInfo> present, HashSet<string> names)
    {
        var extra = present.Values.Where(entry => !names.Contains(entry.Name)
            && !FilterRule.Excludes(context.Submission.FilterRules, entry.Name, entry is DirectoryInfo && !FileEntries.IsLink(entry)));
        foreach (var entry in extra)
        {
            if (context.HasSkipped)
            {
                context.Task.Change(
                    static _ => { },
                    context.Run.Event(
                        EventCodes.DeleteDestinationExtraSkipped, $"Nothing was removed from '{job.DestinationPath.FolderText}' because source errors were skipped"));
                return null;
            }

            if (TransferContext.Guard(job.DestinationPath.Append(entry.Name), () => Removal.Remove(entry)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
