using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>All tasks in the order they were accepted. Thread-safe.</summary>
internal sealed class TaskStore
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<Guid, TransferTask> _tasks = [];
    private readonly Dictionary<(Guid Owner, Guid Submission), TransferTask> _bySubmission = [];

    public IReadOnlyList<TransferTask> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _tasks.Values];
            }
        }
    }

    /// <summary>All tasks, those that have been removed from the list included: their submissions are still known.</summary>
    public IReadOnlyList<TaskState> Snapshot
    {
        get
        {
            lock (_gate)
            {
                var removed = _bySubmission.Values.Where(task => !_tasks.ContainsKey(task.Id));
                return [.. _tasks.Values.Select(static task => task.ToState(isRemoved: false)), .. removed.Select(static task => task.ToState(isRemoved: true))];
            }
        }
    }

    /// <summary>Puts these tasks in the place of all there are.</summary>
    public void Restore(IEnumerable<TaskState> states)
    {
        lock (_gate)
        {
            _tasks.Clear();
            _bySubmission.Clear();
            foreach (var state in states)
            {
                var task = TransferTask.From(state);
                _bySubmission[(task.Submission.OwnerId, task.Submission.SubmissionId)] = task;
                if (!state.IsRemoved)
                {
                    _tasks[task.Id] = task;
                }
            }
        }
    }

    /// <summary>The tasks of an identity, oldest first.</summary>
    public IReadOnlyList<TransferTask> OwnedBy(Guid identity)
    {
        lock (_gate)
        {
            return [.. _tasks.Values.Where(task => task.Submission.OwnerId == identity)];
        }
    }

    /// <summary>Whether there is a task of anybody that is not finished with the files of a collection.</summary>
    public bool IsInUse(Guid collection)
    {
        lock (_gate)
        {
            return _tasks.Values.Any(task => task.Submission.Collections.Contains(collection) && !task.IsFinished);
        }
    }

    public bool TryFind(Guid id, [NotNullWhen(true)] out TransferTask? task)
    {
        lock (_gate)
        {
            return _tasks.TryGetValue(id, out task);
        }
    }

    /// <summary>The task that an identity's submission has become, also if it is finished or has been removed from the list.</summary>
    public bool TryFindSubmission(Guid owner, Guid submission, [NotNullWhen(true)] out TransferTask? task)
    {
        lock (_gate)
        {
            return _bySubmission.TryGetValue((owner, submission), out task);
        }
    }

    /// <summary>Adds a task unless its submission has become one already; that one is given then.</summary>
    public bool TryAdd(TransferTask task, out TransferTask accepted)
    {
        lock (_gate)
        {
            if (_bySubmission.TryGetValue((task.Submission.OwnerId, task.Submission.SubmissionId), out accepted!))
            {
                return false;
            }

            _tasks.Add(task.Id, accepted = task);
            _bySubmission.Add((task.Submission.OwnerId, task.Submission.SubmissionId), task);
            return true;
        }
    }

    /// <summary>Takes a task from the list; its submission is not accepted again.</summary>
    public bool Remove(Guid id)
    {
        lock (_gate)
        {
            return _tasks.Remove(id);
        }
    }
}
