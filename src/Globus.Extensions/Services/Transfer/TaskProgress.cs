namespace Globus.Extensions.Services.Transfer;

/// <summary>How a task gets on, as <see cref="TaskOperations.WaitAsync"/> and <see cref="TaskOperations.WatchAsync"/> report it.</summary>
public sealed record TaskProgress
{
    /// <summary>The task as it was last seen. <see langword="null"/> only in a report of an <see cref="Outage"/> before the first answer.</summary>
    public TransferTask? Task { get; init; }

    /// <summary>The events since the last report of any, the oldest first. Each comes once.</summary>
    public IReadOnlyList<TaskEvent> NewEvents { get; init; } = [];

    /// <summary>Why there is no news: the service failed to answer, and is asked again. <see langword="null"/> if it answered.</summary>
    public Exception? Outage { get; init; }

    /// <summary>How long the wait has lasted.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Bytes copied per second since the last answer. <see langword="null"/> at the first.</summary>
    public double? CurrentBytesPerSecond { get; init; }

    /// <summary>How the task stands.</summary>
    public TransferTaskStatus? Status => Task?.Status;

    /// <summary>How the task gets on, in a word. <see langword="null"/> once it has ended.</summary>
    public string? NiceStatus => Task?.NiceStatus;

    /// <summary>How many bytes it has copied.</summary>
    public long BytesTransferred => Task?.BytesTransferred ?? 0;

    /// <summary>How many bytes it copied per second since it was submitted.</summary>
    public long BytesPerSecond => Task?.EffectiveBytesPerSecond ?? 0;

    /// <summary>How many files it has found so far.</summary>
    public long Files => Task?.Files ?? 0;

    /// <summary>How many files it has copied.</summary>
    public long FilesTransferred => Task?.FilesTransferred ?? 0;

    /// <summary>How many errors it met.</summary>
    public long Faults => Task?.Faults ?? 0;
}
