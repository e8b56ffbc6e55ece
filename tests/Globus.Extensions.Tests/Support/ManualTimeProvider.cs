namespace Globus.Extensions.Tests.Support;

/// <summary>A clock that stands still until a test moves it. Timers run on the thread that moves it.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private TaskCompletionSource _timerStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; what is due runs before this returns.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (_gate)
            {
                next = _timers.Where(timer => timer.Due <= end).MinBy(static timer => timer.Due);
                if (next is null)
                {
                    _now = end;
                    return;
                }

                _now = next.Due > _now ? next.Due : _now;
                _timers.Remove(next);
            }

            next.Run();
        }
    }

    /// <summary>Waits until somebody waits for the clock for as long as this at most, then moves it just far enough.</summary>
    public async Task AdvanceToNextTimerAsync(TimeSpan noLaterThan, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task started;
            lock (_gate)
            {
                if (_timers.MinBy(static timer => timer.Due) is { } next && next.Due - _now <= noLaterThan)
                {
                    started = Task.CompletedTask;
                    noLaterThan = next.Due - _now;
                }
                else
                {
                    started = _timerStarted.Task;
                }
            }

            if (started.IsCompleted)
            {
                Advance(noLaterThan);
                return;
            }

            await started.WaitAsync(cancellationToken);
        }
    }

    private void Start(ManualTimer timer, TimeSpan dueTime)
    {
        TaskCompletionSource started;
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            _timers.Add(timer);
            started = _timerStarted;
            _timerStarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        started.SetResult();
    }

    private sealed class ManualTimer(ManualTimeProvider owner, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Run() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Start(this, dueTime);
            return true;
        }

        public void Dispose() => owner.Start(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
