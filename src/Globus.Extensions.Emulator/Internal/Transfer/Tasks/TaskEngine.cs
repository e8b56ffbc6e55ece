using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// Works on tasks behind the requests, on a few at a time, until the emulator stops. Whatever ends a task is said at once; the work itself
/// notices at its next step.
/// </summary>
internal sealed class TaskEngine(
    TransferWork transfers, DeleteWork deletes, TaskStore tasks, StateChanges changes, GlobusEmulatorOptions options) : IHostedService, IDisposable
{
    private const int MaxWorking = 4;
    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(30);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _slots = new(MaxWorking);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, TaskRun> _runs = [];
    private bool _isStopping;

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Takes up what an emulator before this one has left unfinished.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var task in tasks.All.Where(static task => !task.IsFinished))
        {
            if (task.Read(static progress => progress.IsBegunAgain))
            {
                task.Change(static _ => { }, Happening(EventCodes.BegunAgain, "The emulator was stopped; the task goes on with what was not done"));
            }

            Start(task);
        }

        return Task.CompletedTask;
    }

    /// <summary>Takes up a task that is not finished; an emulator that stops leaves it to the next one.</summary>
    public void Start(TransferTask task)
    {
        lock (_gate)
        {
            if (_isStopping || task.IsFinished)
            {
                return; // Somebody may have cancelled it already.
            }

            var run = new TaskRun(task, _slots, changes, options.TimeProvider, _stopping.Token);
            _runs.Add(task.Id, run);
            run.Deadline = options.TimeProvider.CreateTimer(
                static state => ((Action)state!)(), (Action)(() => CheckDeadline(run)), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Schedule(run);
            if (task.Read(static progress => progress.IsPaused))
            {
                run.Pause();
            }

            run.Completion = Task.Run(() => WorkAsync(run), CancellationToken.None);
        }
    }

    /// <summary>Ends a task; <see langword="false"/> if it has ended before.</summary>
    /// <param name="task">The task.</param>
    /// <param name="admin">The side whose administrator does it, <c>SOURCE</c>, <c>DESTINATION</c> or <c>BOTH</c>; none when the owner does.</param>
    /// <param name="message">What the administrator says about it.</param>
    public bool Cancel(TransferTask task, string? admin = null, string? message = null) => End(
        task,
        progress =>
        {
            progress.SubtasksCanceled = progress.SubtasksPending + progress.SubtasksRetrying;
            (progress.CanceledByAdmin, progress.CanceledByAdminMessage) = (admin, message);
        },
        Happening(EventCodes.Canceled, message ?? "The task was canceled"));

    /// <summary>Keeps a task from going on; <see langword="false"/> if it has ended or is paused already.</summary>
    public bool Pause(TransferTask task, string message) =>
        TrySetPaused(task, true, Happening(EventCodes.Paused, message), static run => run.Pause());

    /// <summary>Lets a paused task go on; <see langword="false"/> if it has ended or is not paused.</summary>
    public bool Resume(TransferTask task) =>
        TrySetPaused(task, false, Happening(EventCodes.Unpaused, "The task goes on"), static run => run.Resume());

    /// <summary>Looks at the deadline again after it has been changed.</summary>
    public void Reschedule(TransferTask task)
    {
        lock (_gate)
        {
            if (_runs.TryGetValue(task.Id, out var run))
            {
                Schedule(run);
            }
        }
    }

    /// <summary>Lets go of the tasks where they are: they are not finished, only no longer worked on.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] working;
        lock (_gate)
        {
            _isStopping = true;
            working = [.. _runs.Values.Select(static run => run.Completion)];
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(working).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _slots.Dispose();
    }

    private static bool WasSkipping(TransferTask task) => task.Read(static progress => progress.SubtasksSkippedErrors > 0);

    private async Task WorkAsync(TaskRun run)
    {
        var task = run.Task;
        try
        {
            await _slots.WaitAsync(run.Cancellation).ConfigureAwait(false);
            try
            {
                await run.CheckpointAsync().ConfigureAwait(false);
                task.Change(static progress => progress.IsStarted = true, run.Event(EventCodes.Started, "started"));
                run.NoteProgress();
                var fault = await (task.Submission.IsTransfer ? transfers.RunAsync(run) : deletes.RunAsync(run)).ConfigureAwait(false);
                Conclude(run, fault);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            // Whoever cancelled has said why, and a stop says nothing.
        }
        catch (Exception exception)
        {
            Conclude(run, new FileFault("INTERNAL_ERROR", $"The emulator failed: {exception.Message}"));
        }
        finally
        {
            lock (_gate)
            {
                _runs.Remove(task.Id);
            }

            run.Dispose();
            changes.Note();
        }
    }

    private void Conclude(TaskRun run, FileFault? fault)
    {
        var task = run.Task;
        if (fault is not null)
        {
            var trouble = new TaskTrouble(fault.Code, fault.Description);
            task.Change(static progress => progress.Faults++, run.Event(fault.Code, fault.Description, isError: true));
            End(
                task,
                progress =>
                {
                    progress.FatalError = trouble;
                    progress.SubtasksFailed = 1;
                    progress.SubtasksCanceled = Math.Max(0, progress.SubtasksPending);
                },
                Happening(EventCodes.Failed, fault.Description));
            return;
        }

        if (WasSkipping(task))
        {
            task.Change(static _ => { }, run.Event(EventCodes.SkippedErrors, "Some source errors were skipped"));
        }

        task.Change(static progress => progress.SubtasksSucceeded++, Progress(run));
        End(task, static _ => { }, Happening(EventCodes.Succeeded, "succeeded"), TaskStatuses.Succeeded);
    }

    /// <summary>How fast it went, as JSON in a text.</summary>
    private static TaskEvent Progress(TaskRun run)
    {
        var bytes = run.Task.Read(static progress => progress.BytesTransferred);
        var seconds = Math.Max(0.001, (run.Now - run.Task.RequestTime).TotalSeconds);
        var details = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $$"""{"bytes_transferred": {{bytes}}, "duration": {{seconds:0.###}}, "mbps": {{bytes * 8 / seconds / 1_000_000:0.###}}}""");
        return run.Event(EventCodes.Progress, "progress", details);
    }

    private bool TrySetPaused(TransferTask task, bool isPaused, TaskEvent happening, Action<TaskRun> tell)
    {
        lock (_gate)
        {
            if (task.Read(static progress => progress.IsPaused) == isPaused
                || !task.Change(progress => progress.IsPaused = isPaused, happening))
            {
                return false;
            }

            if (_runs.TryGetValue(task.Id, out var run))
            {
                tell(run);
            }

            return true;
        }
    }

    private bool End(TransferTask task, Action<TaskProgress> change, TaskEvent happening, string status = TaskStatuses.Failed)
    {
        var now = Now;
        var hasEnded = task.Change(
            progress =>
            {
                change(progress);
                (progress.Status, progress.CompletionTime, progress.IsPaused, progress.Trouble) = (status, now, false, null);
                progress.SubtasksRetrying = 0;
            },
            happening);
        if (hasEnded && status == TaskStatuses.Failed && TryFindRun(task, out var run))
        {
            CancelRun(run);
        }

        return hasEnded;
    }

    private bool TryFindRun(TransferTask task, [NotNullWhen(true)] out TaskRun? run)
    {
        lock (_gate)
        {
            return _runs.TryGetValue(task.Id, out run);
        }
    }

    private static void CancelRun(TaskRun run)
    {
        try
        {
            run.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has come to its end by itself in this moment.
        }
    }

    private void CheckDeadline(TaskRun run)
    {
        if (run.Task.Read(static progress => progress.Deadline) > Now)
        {
            Schedule(run);
            return;
        }

        End(
            run.Task,
            static progress => progress.SubtasksExpired = progress.SubtasksPending + progress.SubtasksRetrying,
            Happening(EventCodes.Expired, "The deadline has passed"));
    }

    private void Schedule(TaskRun run)
    {
        var wait = run.Task.Read(static progress => progress.Deadline) - Now;
        run.Deadline?.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > MaxTimer ? MaxTimer : wait, Timeout.InfiniteTimeSpan);
    }

    private TaskEvent Happening(string code, string description) => new(code, IsError: code is EventCodes.Failed, description, "", Now);
}
