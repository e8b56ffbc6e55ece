namespace Globus.Extensions.Tests.Tokens;

/// <summary>A clock that leaps to the end of every wait at once, and says so.</summary>
internal sealed class LeapingTimeProvider(Action? onWait = null) : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Waited => new(Interlocked.Read(ref _ticks));

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Add(ref _ticks, dueTime.Ticks);
        onWait?.Invoke();
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
