namespace Globus.Extensions.Services.Transfer;

/// <summary>How <see cref="TaskOperations.WaitAsync"/> waits, and <see cref="TaskOperations.WatchAsync"/> watches.</summary>
public sealed record TaskWaitOptions
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long to wait after the first answer; from then on, half as long again each time. Default: one second.</summary>
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long to wait at most between two answers, a day at the most. Default: 30 seconds. In an outage, the service may ask for longer
    /// (<c>Retry-After</c>), and gets it as far as <see cref="LongestOutage"/> and <see cref="Timeout"/> allow.
    /// </summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to wait in all, however long that is. Default: <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, without end; the task itself has a
    /// deadline.
    /// </summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How long the service may fail to answer before the wait fails: cannot be reached, does not answer in time, is too busy or out of order (429 and
    /// 5xx). <see cref="TimeSpan.Zero"/> bears no failure, <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> any. Default: ten minutes.
    /// </summary>
    public TimeSpan LongestOutage { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether the events of the task are reported, for which each answer takes one more request. Default: yes. Events that the service fails to give come
    /// with a later report; if it refuses them, the wait goes on without, and says so in the log (1602).
    /// </summary>
    public bool ReportEvents { get; init; } = true;

    /// <summary>
    /// Whether the wait ends as well when the task is <see cref="TransferTaskStatus.Inactive"/> or paused, since it does not get on until somebody does
    /// something. Default: no.
    /// </summary>
    public bool StopWhenHeldUp { get; init; }

    /// <summary>Whether a task that failed is a <see cref="TransferTaskFailedException"/>. Default: no, it is an answer.</summary>
    public bool ThrowIfFailed { get; init; }

    internal void Check(string parameterName)
    {
        if (ShortestInterval <= TimeSpan.Zero)
        {
            throw Wrong(nameof(ShortestInterval), ShortestInterval, "It has to be positive.");
        }

        if (LongestInterval < ShortestInterval)
        {
            throw Wrong(nameof(LongestInterval), LongestInterval, $"It cannot be less than {nameof(ShortestInterval)}, which is {ShortestInterval}.");
        }

        if (LongestInterval > Day)
        {
            throw Wrong(nameof(LongestInterval), LongestInterval, "It can be a day at the most.");
        }

        if (Timeout <= TimeSpan.Zero && Timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            throw Wrong(nameof(Timeout), Timeout, "It has to be positive, or Timeout.InfiniteTimeSpan for no limit.");
        }

        if (LongestOutage < TimeSpan.Zero && LongestOutage != System.Threading.Timeout.InfiniteTimeSpan)
        {
            throw Wrong(nameof(LongestOutage), LongestOutage, "It cannot be negative, except Timeout.InfiniteTimeSpan for no limit.");
        }

        ArgumentOutOfRangeException Wrong(string name, TimeSpan value, string rule) => new(parameterName, value, $"{nameof(TaskWaitOptions)}.{name} is {value}. {rule}");
    }
}
