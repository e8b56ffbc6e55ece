namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>What who manages endpoints does to many tasks at once.</summary>
internal sealed record TaskBatch
{
    public string? Message { get; private init; }

    public required IReadOnlyList<TransferTaskId> TaskIdList { get; init; }

    /// <summary>A batch whose tasks' owners are told why.</summary>
    /// <exception cref="ArgumentException">The message is blank, no task is named, or an id is empty.</exception>
    public static TaskBatch Of(IEnumerable<TransferTaskId> ids, string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return Of(ids) with { Message = message };
    }

    /// <summary>A batch.</summary>
    /// <exception cref="ArgumentException">No task is named, or an id is empty.</exception>
    public static TaskBatch Of(IEnumerable<TransferTaskId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        TransferTaskId[] all = [.. ids];
        return all.Length == 0 ? throw new ArgumentException("Name at least one task.", nameof(ids))
            : all.Any(static id => id.Value.Length == 0) ? throw new ArgumentException("The id of a task is empty.", nameof(ids))
            : new TaskBatch { TaskIdList = all };
    }
}
