namespace Globus.Extensions.Tests.OAuth;

/// <summary>A clock that stands still. Pauses between attempts are over at once; timeouts keep their length.</summary>
internal sealed class ImpatientClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < LongestPause ? TimeSpan.Zero : dueTime, period);
}
