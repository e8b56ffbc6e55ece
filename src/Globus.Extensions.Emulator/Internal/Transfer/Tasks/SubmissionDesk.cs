using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.State;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// Takes submissions in: each becomes one task, and where a state is kept it is on the disk before anybody hears of it or works on it, so that
/// a crash does not make another task of the next attempt. Thread-safe.
/// </summary>
internal sealed class SubmissionDesk(TaskStore tasks, StateKeeper? state = null)
{
    private readonly Lock _gate = new();

    /// <summary>The task that an identity's submission has become, also if it is finished or has been removed from the list.</summary>
    public bool TryFind(Guid owner, Guid submission, [NotNullWhen(true)] out TransferTask? task)
    {
        lock (_gate)
        {
            return tasks.TryFindSubmission(owner, submission, out task);
        }
    }

    /// <summary>Takes a task in unless its submission has become one already; that one is given then.</summary>
    public bool TryAccept(TransferTask task, out TransferTask accepted)
    {
        lock (_gate)
        {
            var isNew = tasks.TryAdd(task, out accepted);
            if (isNew)
            {
                state?.Keep(task);
            }

            return isNew;
        }
    }

    /// <summary>
    /// Waits until the tasks that have been found or accepted by now are on the disk; a found one may have come by another call in this moment.
    /// The disk may be slow: not to be called within a step of <see cref="StateChanges"/>.
    /// </summary>
    public void Settle() => state?.Flush();
}
