using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A task: what was asked for, how far it has come, and what happened. Thread-safe: everything that changes does so under its lock.</summary>
internal sealed class TransferTask(Guid id, TaskSubmission submission, DateTimeOffset requestTime, TaskProgress progress)
{
    private const int MaxEvents = 1_000;

    private readonly Lock _gate = new();
    private readonly List<TaskEvent> _events = [];
    private readonly List<SuccessfulTransfer> _successes = [];
    private readonly List<SkippedError> _skipped = [];
    private readonly Dictionary<(string? From, string? To), Stack<SuccessfulTransfer>> _copiedBefore = [];

    public Guid Id => id;

    public TaskSubmission Submission => submission;

    public DateTimeOffset RequestTime => requestTime;

    public bool IsFinished => Read(static progress => progress.IsFinished);

    /// <summary>The events, newest first.</summary>
    public IReadOnlyList<TaskEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. Enumerable.Reverse(_events)];
            }
        }
    }

    public IReadOnlyList<SuccessfulTransfer> Successes(int from, int count) => Slice(_successes, from, count);

    public IReadOnlyList<SkippedError> Skipped(int from, int count) => Slice(_skipped, from, count);

    public static TransferTask From(TaskState state)
    {
        var task = new TransferTask(state.Id, state.Submission, state.RequestTime, state.Progress);
        task._events.AddRange(state.Events);
        task._successes.AddRange(state.Successes);
        task._skipped.AddRange(state.Skipped);
        if (!state.Progress.IsFinished)
        {
            foreach (var copied in state.Successes.GroupBy(static file => (file.SourcePath, file.DestinationPath)))
            {
                task._copiedBefore.Add(copied.Key, new Stack<SuccessfulTransfer>(copied));
            }
        }

        return task;
    }

    /// <summary>
    /// The task as plain data. One that is not finished will look at everything again, as nobody knows what the last thing done was; the files
    /// that it has copied by then are not copied again.
    /// </summary>
    public TaskState ToState(bool isRemoved)
    {
        lock (_gate)
        {
            return progress.IsFinished
                ? new TaskState(id, submission, requestTime, progress.Copy(), [.. _events], [.. _successes], [.. _skipped], isRemoved)
                : submission.IsTransfer
                ? new TaskState(id, submission, requestTime, progress.ToGoOn(_successes), [.. _events], [.. _successes], [], isRemoved)
                : new TaskState(id, submission, requestTime, progress.ToGoOn(), [.. _events], [], [], isRemoved);
        }
    }

    public T Read<T>(Func<TaskProgress, T> read)
    {
        lock (_gate)
        {
            return read(progress);
        }
    }

    /// <summary>Changes an unfinished task, and notes an event about it if there is one; a finished one stays as it is.</summary>
    public bool Change(Action<TaskProgress> change, TaskEvent? happening = null)
    {
        lock (_gate)
        {
            if (progress.IsFinished)
            {
                return false;
            }

            change(progress);
            Note(happening);
            return true;
        }
    }

    /// <summary>The copy of this file that an emulator before this one has made, and counted; asked as often as the task comes upon the file.</summary>
    public bool TryTakeCopiedBefore(string from, string to, [NotNullWhen(true)] out SuccessfulTransfer? copied)
    {
        lock (_gate)
        {
            copied = null;
            return _copiedBefore.TryGetValue((from, to), out var copies) && copies.TryPop(out copied);
        }
    }

    /// <summary>Takes back a copy that is not there any more, with all that was counted for it.</summary>
    public void TakeBack(SuccessfulTransfer copied)
    {
        lock (_gate)
        {
            if (!progress.IsFinished)
            {
                _successes.Remove(copied);
                progress.TakeBack(copied);
            }
        }
    }

    public void Add(SuccessfulTransfer success, Action<TaskProgress> change)
    {
        lock (_gate)
        {
            if (!progress.IsFinished)
            {
                _successes.Add(success);
                change(progress);
            }
        }
    }

    public void Add(SkippedError error, TaskEvent happening)
    {
        lock (_gate)
        {
            if (!progress.IsFinished)
            {
                _skipped.Add(error);
                progress.SubtasksSkippedErrors++;
                progress.Faults++;
                Note(happening);
            }
        }
    }

    /// <summary>The errors of a task that goes wrong again and again must not fill the memory.</summary>
    private void Note(TaskEvent? happening)
    {
        if (happening is not null && (_events.Count < MaxEvents || !happening.IsError))
        {
            _events.Add(happening);
        }
    }

    private IReadOnlyList<T> Slice<T>(List<T> list, int from, int count)
    {
        lock (_gate)
        {
            return from >= list.Count ? [] : list.GetRange(from, Math.Min(count, list.Count - from));
        }
    }
}
