namespace Globus.Extensions.Tests.Support;

/// <summary>The clock of a machine that takes another time for the right one.</summary>
internal sealed class WrongClock(TimeProvider right, TimeSpan error) : TimeProvider
{
    /// <summary>How far ahead it is.</summary>
    public TimeSpan Error { get; set; } = error;

    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Error;

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        right.CreateTimer(callback, state, dueTime, period);
}
