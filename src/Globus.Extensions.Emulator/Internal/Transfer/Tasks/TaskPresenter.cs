using System.Globalization;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Shows tasks and their events.</summary>
internal sealed class TaskPresenter(
    CollectionStore collections, EndpointPresenter endpoints, IdentityDirectory identities, GlobusEmulatorOptions options)
{
    public TaskDocument Present(TransferTask task) => task.Read(progress => Present(task, progress));

    /// <summary>Times of tasks and events have a T and whole seconds.</summary>
    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss+00:00", CultureInfo.InvariantCulture);

    public static EventDocument Present(TaskEvent happening) => new(
        happening.Code, happening.IsError, happening.Description, happening.Details, Time(happening.Time));

    private TaskDocument Present(TransferTask task, TaskProgress progress)
    {
        var submission = task.Submission;
        var source = Find(submission.SourceEndpoint);
        var destination = Find(submission.DestinationEndpoint);
        var status = NiceStatus(progress);
        return new TaskDocument
        {
            TaskId = task.Id,
            Type = submission.Type,
            Status = progress.Status,
            Label = progress.Label,
            OwnerId = submission.OwnerId,
            Username = identities.Find(submission.OwnerId)?.UserName ?? submission.OwnerId.ToString(),
            RequestTime = Time(task.RequestTime),
            CompletionTime = progress.CompletionTime is { } completed ? Time(completed) : null,
            Deadline = Time(progress.Deadline),
            SourceEndpointId = submission.SourceEndpoint,
            SourceEndpointDisplayName = source?.DisplayName,
            SourceEndpoint = source is null ? null : endpoints.CanonicalName(source),
            DestinationEndpointId = submission.DestinationEndpoint,
            DestinationEndpointDisplayName = destination?.DisplayName,
            DestinationEndpoint = destination is null ? null : endpoints.CanonicalName(destination),
            SourceBasePath = BasePath(submission, static item => item.SourcePath),
            DestinationBasePath = submission.IsTransfer ? BasePath(submission, static item => item.DestinationPath) : null,
            SyncLevel = submission.SyncLevel,
            EncryptData = submission.EncryptData,
            VerifyChecksum = submission.VerifyChecksum,
            PreserveTimestamp = submission.PreserveTimestamp,
            DeleteDestinationExtra = submission.DeleteDestinationExtra,
            SkipSourceErrors = submission.SkipSourceErrors,
            FailOnQuotaErrors = submission.FailOnQuotaErrors,
            RecursiveSymlinks = submission.IsTransfer ? submission.RecursiveSymlinks : null,
            FilterRules = submission.FilterRules,
            Files = progress.Files,
            Directories = progress.Directories,
            Symlinks = progress.Symlinks,
            FilesSkipped = progress.FilesSkipped,
            FilesTransferred = progress.FilesTransferred,
            Faults = progress.Faults,
            BytesTransferred = progress.BytesTransferred,
            BytesChecksummed = progress.BytesChecksummed,
            EffectiveBytesPerSecond = BytesPerSecond(task, progress),
            SubtasksTotal = progress.SubtasksTotal,
            SubtasksPending = progress.SubtasksPending,
            SubtasksRetrying = progress.SubtasksRetrying,
            SubtasksSucceeded = progress.SubtasksSucceeded,
            SubtasksExpired = progress.SubtasksExpired,
            SubtasksCanceled = progress.SubtasksCanceled,
            SubtasksFailed = progress.SubtasksFailed,
            SubtasksSkippedErrors = progress.SubtasksSkippedErrors,
            IsOk = progress.IsFinished ? null : progress.Trouble is null && !progress.IsPaused,
            IsPaused = progress.IsPaused,
            NiceStatus = status?.Code,
            NiceStatusShortDescription = status?.Description,
            NiceStatusExpiresIn = progress.IsFinished ? null : -1,
            CanceledByAdmin = progress.CanceledByAdmin,
            CanceledByAdminMessage = progress.CanceledByAdminMessage,
            FatalError = progress.FatalError,
        };
    }

    /// <summary>What a person wants to know about an unfinished task.</summary>
    private static TaskTrouble? NiceStatus(TaskProgress progress) =>
        progress.IsFinished ? null
        : progress.IsPaused ? new("PAUSED", "paused by administrator")
        : progress.Trouble ?? (progress.IsStarted ? new("OK", "OK") : new("Queued", "queued"));

    /// <summary>The folder in which all items are, if the submission wants to have it kept.</summary>
    private static string? BasePath(TaskSubmission submission, Func<TaskItem, string> path)
    {
        if (!submission.StoreBasePathInfo)
        {
            return null;
        }

        var common = path(submission.Items[0]);
        foreach (var item in submission.Items)
        {
            var length = common.AsSpan().CommonPrefixLength(path(item));
            common = common[..length];
        }

        return common[..(common.LastIndexOf('/') + 1)];
    }

    private long BytesPerSecond(TransferTask task, TaskProgress progress)
    {
        var end = progress.CompletionTime ?? options.TimeProvider.GetUtcNow();
        return (long)(progress.BytesTransferred / Math.Max(1, (end - task.RequestTime).TotalSeconds));
    }

    private Collection? Find(Guid? id) => id is { } given && collections.TryFind(given, out var collection) ? collection : null;
}
