namespace Globus.Extensions.Services.Transfer;

/// <summary>The fields by which lists of tasks are filtered and ordered.</summary>
public static class TaskFields
{
    /// <summary>The id of the task.</summary>
    public static TransferField TaskId { get; } = new("task_id");

    /// <summary>What the task does, see <see cref="TransferTaskType"/>.</summary>
    public static TransferField Type { get; } = new("type");

    /// <summary>How the task stands, see <see cref="TransferTaskStatus"/>.</summary>
    public static TransferField Status { get; } = new("status");

    /// <summary>The label of the task.</summary>
    public static TransferField Label { get; } = new("label");

    /// <summary>When the task was submitted.</summary>
    public static TransferField RequestTime { get; } = new("request_time");

    /// <summary>When the task ended.</summary>
    public static TransferField CompletionTime { get; } = new("completion_time");
}
