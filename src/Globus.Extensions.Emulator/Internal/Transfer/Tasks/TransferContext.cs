using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>What the parts of one running transfer share.</summary>
internal sealed class TransferContext(TaskRun run, CollectionReach source, CollectionReach destination)
{
    public TaskRun Run => run;

    public TransferTask Task => run.Task;

    public TaskSubmission Submission => run.Task.Submission;

    public CollectionReach Source => source;

    public CollectionReach Destination => destination;

    public Quota Quota { get; } = new(destination.Collection);

    /// <summary>Whether something of the source could not be read, so that nobody knows what is superfluous at the destination.</summary>
    public bool HasSkipped { get; private set; }

    /// <summary>Removes what a crash has left in a folder of the destination, if the task has been there before.</summary>
    public void ClearPartial(Place folder)
    {
        if (Task.Read(static progress => progress.IsBegunAgain))
        {
            PartialFile.Clear(folder, Task.Id);
        }
    }

    /// <summary>Leaves out something of the source if the submission allows that for this fault; else the fault stands.</summary>
    public FileFault? Skip(FileFault fault, CollectionPath from, CollectionPath to, TaskItem item, bool isFolder = false, bool isLink = false)
    {
        if (!Submission.SkipSourceErrors || fault.Code is not (FaultCodes.FileNotFound or FaultCodes.PermissionDenied))
        {
            return fault;
        }

        HasSkipped = true;
        Task.Change(static progress => progress.SubtasksTotal++);
        Task.Add(
            new SkippedError
            {
                ErrorCode = fault.Code,
                ErrorDetails = fault.Description,
                ErrorTime = TaskPresenter.Time(run.Now),
                SourcePath = from.Text,
                DestinationPath = to.Text,
                IsDirectory = isFolder,
                IsSymlink = isLink,
                ExternalChecksum = item.ExternalChecksum,
                ChecksumAlgorithm = item.ChecksumAlgorithm,
            },
            run.Event(fault.Code, fault.Description, isError: true));
        return null;
    }

    /// <summary>Does something with files that are open; what the file system says against it becomes a fault.</summary>
    public static FileFault? Guard(CollectionPath path, Action work) => FileFault.Guard(path, () =>
    {
        work();
        return null;
    });
}
