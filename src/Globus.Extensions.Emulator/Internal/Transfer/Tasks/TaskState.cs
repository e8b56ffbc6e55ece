namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A task in the state file; events are the oldest first.</summary>
internal sealed record TaskState(
    Guid Id,
    TaskSubmission Submission,
    DateTimeOffset RequestTime,
    TaskProgress Progress,
    IReadOnlyList<TaskEvent> Events,
    IReadOnlyList<SuccessfulTransfer> Successes,
    IReadOnlyList<SkippedError> Skipped,
    bool IsRemoved);
