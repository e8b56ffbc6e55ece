using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Services.Transfer.Internal;

internal static partial class TransferLog
{
    [LoggerMessage(1600, LogLevel.Information, "The task {TaskId} ended: {Status}, {Files} files, {Bytes} bytes, {Faults} faults.", EventName = "TaskEnded")]
    public static partial void TaskEnded(ILogger logger, TransferTaskId taskId, TransferTaskStatus? status, long? files, long? bytes, long? faults);

    [LoggerMessage(
        1601,
        LogLevel.Warning,
        "Transfer does not say how the task {TaskId} stands ({Reason}). It is asked again; the task goes on meanwhile.",
        EventName = "TaskOutOfSight")]
    public static partial void OutOfSight(ILogger logger, TransferTaskId taskId, string reason);

    [LoggerMessage(
        1602,
        LogLevel.Warning,
        "Transfer does not give the events of the task {TaskId} ({Reason}). They are not reported any more; the rest is.",
        EventName = "TaskEventsMissing")]
    public static partial void EventsMissing(ILogger logger, TransferTaskId taskId, string reason);
}
