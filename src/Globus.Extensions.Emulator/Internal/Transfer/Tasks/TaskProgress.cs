namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>How far a task has come; plain data, changed under the task's lock only.</summary>
internal sealed class TaskProgress
{
    public string Status { get; set; } = TaskStatuses.Active;

    public string? Label { get; set; }

    public required DateTimeOffset Deadline { get; set; }

    public DateTimeOffset? CompletionTime { get; set; }

    /// <summary>Whether the work has begun; before that the task is queued.</summary>
    public bool IsStarted { get; set; }

    /// <summary>Whether the work had begun, or may have, before the emulator was stopped or crashed.</summary>
    public bool IsBegunAgain { get; set; }

    public bool IsPaused { get; set; }

    /// <summary>Which managers hold it; rules are another reason to pause.</summary>
    public TaskHolds Holds { get; set; } = TaskHolds.None;

    /// <summary>What keeps the task from going on at the moment.</summary>
    public TaskTrouble? Trouble { get; set; }

    /// <summary>What has ended it.</summary>
    public TaskTrouble? FatalError { get; set; }

    public string? CanceledByAdmin { get; set; }

    public string? CanceledByAdminMessage { get; set; }

    public long Files { get; set; }

    public long Directories { get; set; }

    public long Symlinks { get; set; }

    public long FilesSkipped { get; set; }

    public long FilesTransferred { get; set; }

    public long Faults { get; set; }

    public long BytesTransferred { get; set; }

    public long BytesChecksummed { get; set; }

    /// <summary>One for looking at what there is to do, and one for each thing found.</summary>
    public long SubtasksTotal { get; set; } = 1;

    public long SubtasksSucceeded { get; set; }

    public long SubtasksRetrying { get; set; }

    public long SubtasksExpired { get; set; }

    public long SubtasksCanceled { get; set; }

    public long SubtasksFailed { get; set; }

    public long SubtasksSkippedErrors { get; set; }

    public long SubtasksPending =>
        SubtasksTotal - SubtasksSucceeded - SubtasksRetrying - SubtasksExpired - SubtasksCanceled - SubtasksFailed - SubtasksSkippedErrors;

    public bool IsFinished => Status != TaskStatuses.Active;

    public TaskProgress Copy() => (TaskProgress)MemberwiseClone();

    /// <summary>The same delete after a stop: what it has deleted is gone, so it comes upon the rest only.</summary>
    public TaskProgress ToGoOn()
    {
        var copy = Copy();
        (copy.IsStarted, copy.IsBegunAgain, copy.Trouble) = (false, IsStarted || IsBegunAgain, null);
        copy.SubtasksRetrying = 0;
        return copy;
    }

    /// <summary>Takes back what a file that was copied whole is to its credit, as it has to be copied again.</summary>
    public void TakeBack(SuccessfulTransfer copied)
    {
        (Files, FilesTransferred) = (Files - 1, FilesTransferred - 1);
        BytesTransferred -= copied.Size;
        BytesChecksummed -= ChecksummedOf(copied);
        (SubtasksTotal, SubtasksSucceeded) = (SubtasksTotal - 1, SubtasksSucceeded - 1);
    }

    /// <summary>The same transfer after a stop: it comes upon everything again, and has to its credit the files that are copied whole.</summary>
    public TaskProgress ToGoOn(IReadOnlyCollection<SuccessfulTransfer> copied)
    {
        var copy = ToGoOn();
        var faults = Faults - SubtasksSkippedErrors;
        (copy.Files, copy.Directories, copy.Symlinks, copy.FilesSkipped, copy.FilesTransferred) = (copied.Count, 0, 0, 0, copied.Count);
        copy.Faults = faults;
        copy.BytesTransferred = copied.Sum(static file => file.Size);
        copy.BytesChecksummed = copied.Sum(ChecksummedOf);
        (copy.SubtasksTotal, copy.SubtasksSucceeded, copy.SubtasksSkippedErrors) = (1 + copied.Count, copied.Count, 0);
        return copy;
    }

    private static long ChecksummedOf(SuccessfulTransfer copied) => copied.Checksum is null ? 0 : copied.Size;
}
