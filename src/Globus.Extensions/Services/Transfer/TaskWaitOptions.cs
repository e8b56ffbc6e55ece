namespace Globus.Extensions.Services.Transfer;

/// <summary>How <see cref="TaskOperations.WaitAsync"/> waits.</summary>
public sealed record TaskWaitOptions
{
    /// <summary>How long to wait after the first answer; from then on, half as long again each time. Default: one second.</summary>
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait at most between two answers. Default: 30 seconds.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait in all. Default: <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>; the task itself has a deadline.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How long the service may fail to answer before the wait fails: cannot be reached, does not answer in time, is too busy or out of order (429 and
    /// 5xx). <see cref="TimeSpan.Zero"/> bears no failure, <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> any. Default: ten minutes.
    /// </summary>
    public TimeSpan LongestOutage { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the events of the task are reported, for which each answer takes one more request. Default: yes.</summary>
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
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ShortestInterval, TimeSpan.Zero, parameterName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LongestInterval, TimeSpan.FromDays(1), parameterName);
        if (LongestInterval < ShortestInterval)
        {
            throw new ArgumentException($"The longest interval ({LongestInterval}) is less than the shortest ({ShortestInterval}).", parameterName);
        }

        if (Timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero, parameterName);
        }

        if (LongestOutage != System.Threading.Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(LongestOutage, TimeSpan.Zero, parameterName);
        }
    }
}
