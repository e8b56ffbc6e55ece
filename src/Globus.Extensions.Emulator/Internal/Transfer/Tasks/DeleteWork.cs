using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A delete from its first item to its last.</summary>
internal sealed class DeleteWork(CollectionGate gate)
{
    /// <summary>Does the work; the fault is what has ended it.</summary>
    public async Task<FileFault?> RunAsync(TaskRun run)
    {
        var submission = run.Task.Submission;
        if (!gate.TryReach(submission.SourceEndpoint, submission.OwnerId, out var reach, out var gone))
        {
            return gone;
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

        if (Expand(run.Task.Submission, reach, path, out var expanded) is { } misleading)
        {
            return misleading;
        }

        foreach (var one in expanded)
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
    private static FileFault? Expand(TaskSubmission submission, CollectionReach reach, CollectionPath path, out IReadOnlyList<CollectionPath> expanded)
    {
        expanded = [path];
        if (!submission.InterpretGlobs)
        {
            return null;
        }

        var parent = path.Parent();
        if (!NamePattern.IsPattern(path.Name))
        {
            // Without its backslashes it may have become a name that is none.
            var name = NamePattern.Unescape(path.Name);
            expanded = [parent.Append(name)];
            return name is "" or "." ? new FileFault(FaultCodes.InvalidPathName, $"'{path.Text}' does not end with a name.")
                : CollectionPath.FindProblem(name) is { } problem ? new FileFault(FaultCodes.InvalidPathName, problem)
                : null;
        }

        IReadOnlyList<CollectionPath> found = [];
        var fault = reach.Use(parent, followLast: true, toWrite: true, folder =>
        {
            // A star does not mean hidden files, as in a shell.
            var matches = Array.FindAll(
                FileEntries.In(folder.FullPath),
                entry => NamePattern.IsMatch(path.Name, entry.Name) && (!entry.Name.StartsWith('.') || path.Name.StartsWith('.')));
            found = [.. matches.Select(static entry => entry.Name).Order(StringComparer.Ordinal).Select(parent.Append)];
            return Array.Find(matches, FileEntries.IsNameLost) is { } lost ? FileFault.NotText(parent.Append(lost.Name).Text) : null;
        });
        expanded = found.Count > 0 ? found : expanded;

        // Without the folder the pattern is missing as a name would be.
        return fault?.Code is FaultCodes.FileNotFound or FaultCodes.NotADirectory ? null : fault;
    }

    private static async ValueTask<FileFault?> DeleteOneAsync(TaskRun run, CollectionReach reach, CollectionPath path)
    {
        var submission = run.Task.Submission;
        var isThere = false;
        var fault = reach.Use(path, followLast: false, toWrite: true, place =>
        {
            var entry = FileEntries.Find(place.FullPath);
            isThere = entry is not null;

            // Of a delete that begins again some is done already.
            return entry is DirectoryInfo && !submission.Recursive ? FileFault.IsADirectory(path.Text)
                : isThere || submission.IgnoreMissing || run.Task.Read(static progress => progress.IsBegunAgain) ? null
                : FileEntries.WhyMissing(place.FullPath, path);
        });
        return fault is null && isThere
            ? await Removal.RunAsync(run, reach, path, isFolder => Count(run, isFolder)).ConfigureAwait(false)
            : fault;
    }

    private static void Count(TaskRun run, bool isFolder)
    {
        run.Task.Change(progress =>
        {
            progress.Files += isFolder ? 0 : 1;
            progress.Directories += isFolder ? 1 : 0;
            progress.SubtasksTotal++;
            progress.SubtasksSucceeded++;
        });
        run.NoteProgress();
    }
}
