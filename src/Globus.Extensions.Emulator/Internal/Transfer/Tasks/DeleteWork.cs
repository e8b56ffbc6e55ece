using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A delete from its first item to its last.</summary>
internal sealed class DeleteWork(CollectionStore collections, CollectionGate gate)
{
    /// <summary>Does the work; the fault is what has ended it.</summary>
    public async Task<FileFault?> RunAsync(TaskRun run)
    {
        var submission = run.Task.Submission;
        if (!collections.TryFind(submission.SourceEndpoint, out var collection) || !gate.TryReach(collection, submission.OwnerId, out var reach))
        {
            return new FileFault(FaultCodes.EndpointError, "The collection is gone.");
        }

        foreach (var item in submission.Items)
        {
            await run.CheckpointAsync().ConfigureAwait(false);
            if (await DeleteAsync(run, reach, item).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static async ValueTask<FileFault?> DeleteAsync(TaskRun run, CollectionReach reach, TaskItem item)
    {
        if (!CollectionPath.TryParse(item.SourcePath, out var path, out var problem))
        {
            return new FileFault(FaultCodes.InvalidPathName, problem);
        }

        if (path.IsRoot)
        {
            return new FileFault(FaultCodes.PermissionDenied, "The root of a collection cannot be deleted.");
        }

        foreach (var one in Expand(run.Task.Submission, reach, path))
        {
            await run.CheckpointAsync().ConfigureAwait(false);
            if (await DeleteOneAsync(run, reach, one).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>A pattern in the last name becomes the names it matches; one that matches none is as missing as a name.</summary>
    private static IReadOnlyList<CollectionPath> Expand(TaskSubmission submission, CollectionReach reach, CollectionPath path)
    {
        if (!submission.InterpretGlobs)
        {
            return [path];
        }

        var parent = path.Parent();
        if (!NamePattern.IsPattern(path.Name))
        {
            return [parent.Append(NamePattern.Unescape(path.Name))];
        }

        IReadOnlyList<CollectionPath> found = [];
        if (reach.Locate(parent, followLast: true, toWrite: true, out var folder) is null && Directory.Exists(folder.FullPath))
        {
            // A star does not mean hidden files, as in a shell.
            _ = TransferContext.Guard(parent, () => found =
            [
                .. Directory.EnumerateFileSystemEntries(folder.FullPath)
                    .Select(static entry => Path.GetFileName(entry))
                    .Where(name => NamePattern.IsMatch(path.Name, name) && (!name.StartsWith('.') || path.Name.StartsWith('.')))
                    .Order(StringComparer.Ordinal)
                    .Select(parent.Append),
            ]);
        }

        return found.Count > 0 ? found : [path];
    }

    private static async ValueTask<FileFault?> DeleteOneAsync(TaskRun run, CollectionReach reach, CollectionPath path)
    {
        var submission = run.Task.Submission;
        if (reach.Locate(path, followLast: false, toWrite: true, out var place) is { } fault)
        {
            return fault;
        }

        switch (FileEntries.Find(place.FullPath))
        {
            case null:
                // Of a delete that begins again some is done already.
                return submission.IgnoreMissing || run.Task.Read(static progress => progress.IsBegunAgain) ? null : FileEntries.WhyMissing(place.FullPath, path);
            case DirectoryInfo folder:
                return submission.Recursive ? await EmptyAsync(run, folder, path).ConfigureAwait(false) : FileFault.IsADirectory(path.Text);
            case var entry:
                return Delete(run, entry, path);
        }
    }

    /// <summary>Takes away what is in a folder, the deepest first, and then the folder, so that a cancelled task stops where it is.</summary>
    private static async ValueTask<FileFault?> EmptyAsync(TaskRun run, DirectoryInfo top, CollectionPath path)
    {
        var folders = new Stack<(DirectoryInfo Folder, bool IsEmpty)>([(top, false)]);
        while (folders.TryPop(out var next))
        {
            await run.CheckpointAsync().ConfigureAwait(false);
            FileSystemInfo[] entries = [];
            if (!next.IsEmpty && TransferContext.Guard(path, () => entries = [.. next.Folder.EnumerateFileSystemInfos()]) is { } unreadable)
            {
                return unreadable;
            }

            if (next.IsEmpty)
            {
                if (Delete(run, next.Folder, path) is { } fault)
                {
                    return fault;
                }

                continue;
            }

            folders.Push((next.Folder, true));
            foreach (var entry in entries)
            {
                if (entry is DirectoryInfo folder && !FileEntries.IsLink(entry))
                {
                    folders.Push((folder, false));
                }
                else if (Delete(run, entry, path) is { } fault)
                {
                    return fault;
                }
            }
        }

        return null;
    }

    private static FileFault? Delete(TaskRun run, FileSystemInfo entry, CollectionPath path)
    {
        var isFolder = entry is DirectoryInfo && !FileEntries.IsLink(entry);
        var fault = TransferContext.Guard(path, entry.Delete);
        if (fault is null)
        {
            run.Task.Change(progress =>
            {
                progress.Files += isFolder ? 0 : 1;
                progress.Directories += isFolder ? 1 : 0;
                progress.SubtasksTotal++;
                progress.SubtasksSucceeded++;
            });
        }

        return fault;
    }
}
