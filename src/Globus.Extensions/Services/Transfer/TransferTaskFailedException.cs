namespace Globus.Extensions.Services.Transfer;

/// <summary>A task failed, and the wait for it was asked to say so by an exception.</summary>
public sealed class TransferTaskFailedException : GlobusException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="task">The task as it ended.</param>
    public TransferTaskFailedException(TransferTask task)
        : base(Describe(task)) => Task = task;

    /// <summary>The task as it ended.</summary>
    public TransferTask Task { get; }

    private static string Describe(TransferTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var reason = task.FatalError is { } error ? $"{error.Code}: {error.Description?.TrimEnd('.')}"
            : task.CanceledByAdmin is not null ? $"a manager cancelled it: {task.CanceledByAdminMessage}"
            : "its events say why: it was cancelled, its deadline passed, or parts of it failed";
        return $"The task {task.TaskId} failed ({reason}).";
    }
}
