using Microsoft.Extensions.Logging;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>
/// The time at Globus Auth: a machine's clock, put right by <see cref="ServerTime"/>. When tokens end is reckoned and judged by it, so that it does not
/// matter what the machine takes for the time. Timers and time spans are the machine's own.
/// </summary>
internal sealed class ServerClock(TimeProvider machine, ServerTime time, ILogger logger) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <summary>Whether an answer has told the time.</summary>
    public bool IsKnown => time.IsKnown;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + time.Offset;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Another clock of the same machine, put right in the same way.</summary>
    public ServerClock For(TimeProvider timeProvider) => ReferenceEquals(timeProvider, machine) ? this : new ServerClock(timeProvider, time, logger);

    /// <summary>Takes notice of an answer.</summary>
    /// <param name="response">The answer, of which the headers have just come.</param>
    /// <param name="askedAt">The timestamp from before it was asked for.</param>
    public void Observe(HttpResponseMessage response, long askedAt)
    {
        if (time.Observe(response.Headers.Date, machine.GetUtcNow(), machine.GetElapsedTime(askedAt)) && time.Offset != TimeSpan.Zero)
        {
            ClockLog.IsWrong(logger, TimeSpan.FromSeconds(Math.Round(-time.Offset.TotalSeconds)));
        }
    }
}
