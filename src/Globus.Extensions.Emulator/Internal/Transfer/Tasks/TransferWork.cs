using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A transfer from its first item to its last.</summary>
internal sealed class TransferWork(CollectionStore collections, CollectionGate gate, FileTransfer files, FolderTransfer folders)
{
    /// <summary>Does the work; the fault is what has ended it.</summary>
    public async Task<FileFault?> RunAsync(TaskRun run)
    {
        var submission = run.Task.Submission;
        if (!collections.TryFind(submission.SourceEndpoint, out var from)
            || !collections.TryFind(submission.DestinationEndpoint!.Value, out var to)
            || !gate.TryReach(from, submission.OwnerId, out var source)
            || !gate.TryReach(to, submission.OwnerId, out var destination))
        {
            return new FileFault(FaultCodes.EndpointError, "A collection is gone.");
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

        if (context.Source.Locate(from, followLast: !item.IsSymlink, toWrite: false, out var source) is { } unreadable)
        {
            return context.Skip(unreadable, from, to, item);
        }

        if (context.Destination.Locate(to, followLast: !item.IsSymlink, toWrite: true, out var destination) is { } unwritable)
        {
            return unwritable;
        }

        if (FileEntries.Find(source.FullPath) is null)
        {
            return context.Skip(FileEntries.WhyMissing(source.FullPath, from), from, to, item, item.Recursive == true, item.IsSymlink);
        }

        var isFolder = Directory.Exists(source.FullPath) && !item.IsSymlink;
        if (isFolder)
        {
            return item.Recursive == false || item.ExternalChecksum is not null ? FileFault.IsADirectory(from.Text)
                : !destination.FullPath.Equals(context.Destination.Root, StringComparison.Ordinal) && MakeParent(destination, to) is { } noParent ? noParent
                : await folders.RunAsync(context, new FolderJob(source, destination, from, to, Parent: null), item).ConfigureAwait(false);
        }

        if (item.Recursive == true || from.NamesFolder)
        {
            return FileFault.NotADirectory(from.Text);
        }

        if (to.NamesFolder || Directory.Exists(destination.FullPath))
        {
            return FileFault.IsADirectory(to.Text);
        }

        if (MakeParent(destination, to) is { } fault)
        {
            return fault;
        }

        if (item.IsSymlink)
        {
            var folder = new Place(Path.GetDirectoryName(destination.FullPath)!, [.. destination.Names.SkipLast(1)]);
            return LinkTransfer.Run(context, source, folder, destination.Names[^1], from, to, item);
        }

        var present = new FileInfo(destination.FullPath);
        return await files.RunAsync(
            context, new FileJob(new FileInfo(source.FullPath), destination.FullPath, from, to, item), present.Exists ? present : null).ConfigureAwait(false);
    }

    private static FileFault? MakeParent(Place destination, CollectionPath to)
    {
        var parent = Path.GetDirectoryName(destination.FullPath)!;
        return File.Exists(parent)
            ? FileFault.NotADirectory(to.Parent().Text)
            : TransferContext.Guard(to, () => Directory.CreateDirectory(parent));
    }
}
