namespace Globus.Extensions.StorageTests.Processes;

/// <summary>The system's clock; it tells when somebody has begun to wait for the n-th time.</summary>
internal sealed class WaitCountingTimeProvider(int waits) : TimeProvider
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waits;

    public Task Reached => _reached.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (Interlocked.Increment(ref _waits) == waits)
        {
            _reached.TrySetResult();
        }

        return System.CreateTimer(callback, state, dueTime, period);
    }
}
