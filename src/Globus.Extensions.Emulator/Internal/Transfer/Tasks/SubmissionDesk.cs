using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.State;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// Takes submissions in: each becomes one task, and where a state is kept it is on the disk before anybody hears of it, so that a crash does
/// not make another task of the next attempt. Thread-safe.
/// </summary>
internal sealed class SubmissionDesk(TaskStore tasks, StateKeeper? state = null)
{
    private readonly Lock _gate = new();

    /// <summary>The task that an identity's submission has become, also if it is finished or has been removed from the list.</summary>
    public bool TryFind(Guid owner, Guid submission, [NotNullWhen(true)] out TransferTask? task)
    {
        bool isFound;
        lock (_gate)
        {
            isFound = tasks.TryFindSubmission(owner, submission, out task);
        }

        state?.Flush(); // Another call may have brought it in this moment.
        return isFound;
    }

    /// <summary>Takes a task in unless its submission has become one already; that one is given then.</summary>
    public bool TryAccept(TransferTask task, out TransferTask accepted)
    {
        bool isNew;
        lock (_gate)
        {
            isNew = tasks.TryAdd(task, out accepted);
            if (isNew)
            {
                state?.Keep(task);
            }
        }

        state?.Flush();
        return isNew;
    }
}
