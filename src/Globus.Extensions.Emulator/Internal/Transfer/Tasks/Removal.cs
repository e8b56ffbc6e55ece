using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// Removes a file, a link, or a folder with all that is in it, the deepest first. It goes entry by entry, so that a task can be cancelled,
/// paused and run out of time meanwhile. Links are removed, never followed.
/// </summary>
internal static class Removal
{
    /// <summary>Does it; what is gone already is no fault.</summary>
    /// <param name="run">The task.</param>
    /// <param name="reach">The collection.</param>
    /// <param name="path">What to remove.</param>
    /// <param name="onRemoved">Hears of each entry when it is gone, and whether it was a folder.</param>
    public static async ValueTask<FileFault?> RunAsync(TaskRun run, CollectionReach reach, CollectionPath path, Action<bool> onRemoved)
    {
        var steps = new Stack<Step>([new Step(path, IsEmptied: false)]);
        while (steps.TryPop(out var step))
        {
            await run.CheckpointAsync().ConfigureAwait(false);
            var fault = reach.Use(step.Path, followLast: false, toWrite: true, place => Take(place, step, steps, onRemoved));
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static FileFault? Take(Place place, Step step, Stack<Step> steps, Action<bool> onRemoved)
    {
        if (FileEntries.Find(place.FullPath) is not { } entry)
        {
            return null;
        }

        if (entry is not DirectoryInfo folder || step.IsEmptied)
        {
            FileEntries.Remove(entry);
            onRemoved(entry is DirectoryInfo);
            return null;
        }

        steps.Push(step with { IsEmptied = true });
        foreach (var inner in folder.EnumerateFileSystemInfos())
        {
            var path = step.Path.Append(inner.Name);
            if (FileEntries.IsNameLost(inner))
            {
                return FileFault.NotText(path.Text);
            }

            steps.Push(new Step(path, IsEmptied: false));
        }

        return null;
    }

    private readonly record struct Step(CollectionPath Path, bool IsEmptied);
}
