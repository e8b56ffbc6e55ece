using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A transfer from its first item to its last.</summary>
internal sealed class TransferWork(CollectionGate gate, FileTransfer files, FolderTransfer folders)
{
    /// <summary>Does the work; the fault is what has ended it.</summary>
    public async Task<FileFault?> RunAsync(TaskRun run)
    {
        var submission = run.Task.Submission;
        if (!gate.TryReach(submission.SourceEndpoint, submission.OwnerId, out var source, out var gone)
            || !gate.TryReach(submission.DestinationEndpoint!.Value, submission.OwnerId, out var destination, out gone))
        {
            return gone;
        }

        var context = new TransferContext(run, source, destination);
        foreach (var item in submission.Items)
        {
            await run.CheckpointAsync().ConfigureAwait(false);
            if (await CopyAsync(context, item).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private async ValueTask<FileFault?> CopyAsync(TransferContext context, TaskItem item)
    {
        if (!CollectionPath.TryParse(item.SourcePath, out var from, out var problem) || !CollectionPath.TryParse(item.DestinationPath, out var to, out problem))
        {
            return new FileFault(FaultCodes.InvalidPathName, problem);
        }

        var isFolder = false;
        var unreadable = context.Source.Use(from, followLast: !item.IsSymlink, toWrite: false, place =>
        {
            var entry = FileEntries.Find(place.FullPath);
            isFolder = entry is DirectoryInfo && !item.IsSymlink;
            return entry is null ? FileEntries.WhyMissing(place.FullPath, from) : null;
        });
        if (unreadable is not null)
        {
            return context.Skip(unreadable, from, to, item, item.Recursive == true, item.IsSymlink);
        }

        var isMisnamed = isFolder ? item.Recursive == false || item.ExternalChecksum is not null : item.Recursive == true || from.NamesFolder;
        if (isMisnamed)
        {
            return isFolder ? FileFault.IsADirectory(from.Text) : FileFault.NotADirectory(from.Text);
        }

        var unwritable = context.Destination.Use(
            to, followLast: !item.IsSymlink, toWrite: true, place => Prepare(context, place, to, isFolder));
        return unwritable is not null ? unwritable
            : isFolder ? await folders.RunAsync(context, new FolderJob(from, to, item, Above: null)).ConfigureAwait(false)
            : item.IsSymlink ? LinkTransfer.Run(context, from, to, item)
            : await files.RunAsync(context, new FileJob(from, to, item)).ConfigureAwait(false);
    }

    /// <summary>Makes the folders above the destination.</summary>
    private static FileFault? Prepare(TransferContext context, Place place, CollectionPath to, bool isFolder)
    {
        if (!isFolder && (to.NamesFolder || FileEntries.Find(place.FullPath) is DirectoryInfo))
        {
            return FileFault.IsADirectory(to.Text);
        }

        if (place.IsRoot)
        {
            return null;
        }

        var parent = place.Parent();
        if (File.Exists(parent.FullPath))
        {
            return FileFault.NotADirectory(to.Parent().Text);
        }

        Directory.CreateDirectory(parent.FullPath);
        context.ClearPartial(parent);
        return null;
    }
}
