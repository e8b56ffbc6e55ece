using System.Net;
using Globus.Extensions.Emulator;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Tasks and files at the emulator, whose collections hold real files.</summary>
public sealed class TransferRoundTripTests
{
    private static readonly Guid First = new("c0111ec7-0000-4000-8000-000000000001");
    private static readonly Guid Second = new("c0111ec7-0000-4000-8000-000000000002");

    private static readonly TaskWaitOptions Impatient = new() { ShortestInterval = TimeSpan.FromMilliseconds(10), LongestInterval = TimeSpan.FromMilliseconds(100) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_is_copied_and_told_of()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = ClientOf(globus);
        var reports = new List<TaskProgress>();

        var submitted = await transfer.SubmitTransferAsync(
            new TransferRequest
            {
                SourceEndpoint = First,
                DestinationEndpoint = Second,
                Items = [new("/home/", "/copy/") { Recursive = true }],
                Label = "a folder",
                SyncLevel = SyncLevel.Checksum,
                FilterRules = [TransferFilterRule.Exclude("*.txt", FilterType.File)],
                NotifyOnSucceeded = false,
            },
            Cancellation);
        var task = await transfer.Tasks.WaitAsync(submitted.TaskId, Impatient, new Listener(reports), Cancellation);

        submitted.Code.ShouldBe("Accepted");
        task.Status.ShouldBe(TransferTaskStatus.Succeeded);
        task.Label.ShouldBe("a folder");
        task.SyncLevel.ShouldBe(SyncLevel.Checksum);
        task.FilterRules.ShouldHaveSingleItem().Name.ShouldBe("*.txt");
        task.FilesTransferred.ShouldBe(2);
        reports.SelectMany(static report => report.NewEvents).Select(static one => one.Code).ShouldContain(TaskEventCode.Succeeded);
        reports[^1].BytesTransferred.ShouldBe(task.BytesTransferred ?? 0);
        var copied = await transfer.Tasks.ListSuccessfulTransfersAsync(submitted.TaskId).ToListAsync(Cancellation);
        copied.Select(static file => file.DestinationPath).ShouldBe(["/copy/results/2026-01.csv", "/copy/results/2026-02.csv"], ignoreOrder: true);
        var walked = await transfer.Files.WalkAsync(Second, "/copy/", cancellationToken: Cancellation).Select(static one => one.Path).ToListAsync(Cancellation);
        walked.ShouldBe(["/copy/results", "/copy/results/2026-01.csv", "/copy/results/2026-02.csv"], ignoreOrder: true);
        (await transfer.Tasks.ListAsync(TaskFields.Label.Like("a fo*").And(TaskFields.RequestTime.Between(task.RequestTime, null)), TaskFields.RequestTime.Descending).SingleAsync(Cancellation))
            .TaskId.ShouldBe(submitted.TaskId);
        (await transfer.Tasks.ListAsync(TaskFields.Status.IsNot("SUCCEEDED")).CountAsync(Cancellation)).ShouldBe(0);
        (await transfer.Tasks.GetPauseInfoAsync(submitted.TaskId, Cancellation)).PauseRules.ShouldBeEmpty();
        (await Should.ThrowAsync<TransferApiException>(() => transfer.Tasks.UpdateAsync(submitted.TaskId, new TaskUpdate { Label = "late" }, Cancellation))).Code.ShouldBe("Conflict");
        await transfer.Tasks.RemoveAsync(submitted.TaskId, Cancellation);
        (await Should.ThrowAsync<TransferApiException>(() => transfer.Tasks.GetAsync(submitted.TaskId, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_prepared_request_makes_one_task_of_two_submissions()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = ClientOf(globus);
        var kept = (await transfer.PrepareAsync(
            new TransferRequest { SourceEndpoint = First, DestinationEndpoint = Second, Items = [new("/home/file1.txt", "/home/file1.txt")] }, Cancellation)).ToJson();

        var first = await transfer.SubmitTransferAsync(TransferRequest.FromJson(kept), Cancellation);
        await transfer.Tasks.WaitAsync(first.TaskId, Impatient, cancellationToken: Cancellation);
        var second = await transfer.SubmitTransferAsync(TransferRequest.FromJson(kept), Cancellation);

        second.IsDuplicate.ShouldBeTrue();
        second.TaskId.ShouldBe(first.TaskId);
        (await transfer.Tasks.ListAsync().CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = ClientOf(globus);

        var submitted = await transfer.SubmitDeleteAsync(new DeleteRequest { Endpoint = First, Paths = ["/home/results/", "/home/none"], Recursive = true, IgnoreMissing = true }, Cancellation);
        var task = await transfer.Tasks.WaitAsync(submitted.TaskId, Impatient, cancellationToken: Cancellation);

        task.Status.ShouldBe(TransferTaskStatus.Succeeded);
        task.Type.ShouldBe(TransferTaskType.Delete);
        task.DestinationEndpointId.ShouldBeNull();
        (await transfer.Files.ListAsync(First, "/home/").Select(static file => file.Name).ToListAsync(Cancellation)).ShouldNotContain("results");
    }

    [Fact]
    public async Task Errors_of_the_source_are_skipped_and_told_of()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = ClientOf(globus);

        var submitted = await transfer.SubmitTransferAsync(
            new TransferRequest { SourceEndpoint = First, DestinationEndpoint = Second, Items = [new("/home/none", "/none"), new("/home/file1.txt", "/one")], SkipSourceErrors = true }, Cancellation);
        await transfer.Tasks.WaitAsync(submitted.TaskId, Impatient, cancellationToken: Cancellation);

        (await transfer.Tasks.ListSkippedErrorsAsync(submitted.TaskId).SingleAsync(Cancellation)).ErrorCode.ShouldBe(TaskEventCode.FileNotFound);
        (await transfer.Tasks.ListEventsAsync(submitted.TaskId).ToListAsync(Cancellation)).Select(static one => one.Code).ShouldContain(TaskEventCode.SkippedErrors);
    }

    [Fact]
    public async Task A_running_task_is_changed_and_cancelled()
    {
        await using var globus = await EmulatedGlobus.StartAsync(new GlobusEmulatorOptions { Bandwidth = 1 });
        var transfer = ClientOf(globus);
        var submitted = await transfer.SubmitTransferAsync(
            new TransferRequest { SourceEndpoint = First, DestinationEndpoint = Second, Items = [new("/home/results/2026-01.csv", "/slow.csv")] }, Cancellation);
        var deadline = TimeProvider.System.GetUtcNow().AddHours(2);

        (await transfer.Tasks.UpdateAsync(submitted.TaskId, new TaskUpdate { Label = "slow", Deadline = deadline }, Cancellation)).Code.ShouldBe("Updated");
        var changed = await transfer.Tasks.GetAsync(submitted.TaskId, Cancellation);
        (await transfer.Tasks.CancelAsync(submitted.TaskId, Cancellation)).Code.ShouldBe("Canceled");
        var ended = await transfer.Tasks.WaitAsync(submitted.TaskId, Impatient, cancellationToken: Cancellation);

        changed.Label.ShouldBe("slow");
        (deadline - changed.Deadline!.Value).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
        ended.Status.ShouldBe(TransferTaskStatus.Failed);
        (await transfer.Tasks.ListEventsAsync(submitted.TaskId).FirstAsync(Cancellation)).Code.ShouldBe(TaskEventCode.Canceled);
        (await transfer.Tasks.CancelAsync(submitted.TaskId, Cancellation)).Code.ShouldBe("TaskComplete");
    }

    [Fact]
    public async Task Files_are_made_renamed_linked_and_listed()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var files = ClientOf(globus).Files;

        (await files.CreateDirectoryAsync(First, "/home/new/", cancellationToken: Cancellation)).Code.ShouldBe("DirectoryCreated");
        (await files.RenameAsync(First, "/home/file1.txt", "/home/new/one.txt", cancellationToken: Cancellation)).Code.ShouldBe("FileRenamed");
        await files.CreateSymlinkAsync(First, "/home/new/link", "one.txt", cancellationToken: Cancellation);

        (await files.StatAsync(First, "/home/new/one.txt", cancellationToken: Cancellation)).Size.ShouldBe(4);
        var options = new FileListOptions { OrderBy = FileFields.Name.Ascending, PageSize = 1 };
        var listed = await files.ListAsync(First, "/home/new/", options).ToListAsync(Cancellation);
        listed.Select(static file => file.Name).ShouldBe(["link", "one.txt"]);
        listed[0].LinkTarget.ShouldNotBeNull();
        listed[1].Type.ShouldBe(TransferFileType.File);
        (await files.ListAsync(First, "/", new FileListOptions { ShowHidden = false }).Select(static file => file.Name).ToListAsync(Cancellation)).ShouldNotContain(".profile");
        (await files.ListAsync(First, "/home/", new FileListOptions { Filters = [FileFields.Name.Like("*2.txt"), FileFields.Size.GreaterThan(5).And(FileFields.Type.Is("file"))] })
            .Select(static file => file.Name).ToListAsync(Cancellation)).ShouldBe(["file2.txt", "file3.txt"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_cannot_be_done_is_a_typed_error()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = ClientOf(globus);
        var nowhere = Guid.NewGuid();

        (await FailureOf(() => transfer.Files.CreateDirectoryAsync(First, "/home/", cancellationToken: Cancellation))).Code.ShouldBe("ExternalError.MkdirFailed.Exists");
        (await FailureOf(() => transfer.Files.ListAsync(First, "/home/file1.txt").ToListAsync(Cancellation).AsTask())).Code.ShouldBe("ExternalError.DirListingFailed.NotDirectory");
        (await FailureOf(() => transfer.Files.ListAsync(nowhere).ToListAsync(Cancellation).AsTask())).Code.ShouldBe("EndpointNotFound");
        (await FailureOf(() => transfer.Files.StatAsync(First, "/home/../../etc/passwd", cancellationToken: Cancellation))).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await FailureOf(() => transfer.Tasks.ListAsync("nonsense").ToListAsync(Cancellation).AsTask())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FailureOf(() => transfer.Tasks.GetAsync(nowhere, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await FailureOf(() => transfer.SubmitDeleteAsync(new DeleteRequest { Endpoint = nowhere, Paths = ["/x"] }, Cancellation))).Code.ShouldBe("EndpointNotFound");
    }

    private static TransferClient ClientOf(EmulatedGlobus globus) => globus.Provide().GetRequiredService<TransferClient>();

    private static Task<TransferApiException> FailureOf(Func<Task> call) => Should.ThrowAsync<TransferApiException>(call);

    private sealed class Listener(List<TaskProgress> reports) : IProgress<TaskProgress>
    {
        public void Report(TaskProgress value) => reports.Add(value);
    }
}
