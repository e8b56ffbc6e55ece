using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Transfer.Files;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A task while it is worked on: where it stops to wait, and how it tells what happens.</summary>
internal sealed class TaskRun(TransferTask task, SemaphoreSlim slots, StateChanges changes, TimeProvider time, CancellationToken stopping) : IDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly Lock _gate = new();
    private volatile TaskCompletionSource? _resumed;

    public TransferTask Task => task;

    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Fires when the deadline has come.</summary>
    public ITimer? Deadline { get; set; }

    /// <summary>The work itself, which never fails.</summary>
    public Task Completion { get; set; } = System.Threading.Tasks.Task.CompletedTask;

    public DateTimeOffset Now => time.GetUtcNow();

    public TaskEvent Event(string code, string description, string details = "", bool isError = false) => new(code, isError, description, details, Now);

    /// <summary>Tells that something is done which the task should not lose in a crash.</summary>
    public void NoteProgress() => changes.Note();

    public void Cancel() => _cancellation.Cancel();

    public void Pause()
    {
        lock (_gate)
        {
            _resumed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Resume()
    {
        lock (_gate)
        {
            _resumed?.TrySetResult();
            _resumed = null;
        }
    }

    /// <summary>Between two pieces of work: ends here when the task is cancelled, waits here while it is paused.</summary>
    public ValueTask CheckpointAsync()
    {
        Cancellation.ThrowIfCancellationRequested();
        return _resumed is { } resumed ? new ValueTask(WaitAsync(resumed.Task)) : default;
    }

    /// <summary>Tells what keeps the task from going on, and waits a while before the next attempt.</summary>
    public async ValueTask RetryLaterAsync(FileFault fault)
    {
        task.Change(
            progress =>
            {
                progress.Faults++;
                progress.SubtasksRetrying = 1;
                progress.Trouble = new TaskTrouble(fault.Code, fault.Description);
            },
            Event(fault.Code, fault.Description, isError: true));
        NoteProgress();
        await WaitAsync(System.Threading.Tasks.Task.Delay(RetryDelay, time, Cancellation)).ConfigureAwait(false);
        await CheckpointAsync().ConfigureAwait(false);
        task.Change(static progress => (progress.SubtasksRetrying, progress.Trouble) = (0, null));
    }

    public void Dispose()
    {
        Deadline?.Dispose();
        _cancellation.Dispose();
    }

    /// <summary>While it waits, another task may work.</summary>
    private async Task WaitAsync(Task signal)
    {
        slots.Release();
        try
        {
            await signal.WaitAsync(Cancellation).ConfigureAwait(false);
        }
        finally
        {
            // Also when it is cancelled: whoever holds the slot gives it back.
            await slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
