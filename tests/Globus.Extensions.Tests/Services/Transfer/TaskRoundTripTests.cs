using System.Net;
using Globus.Extensions.Emulator;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Tasks at the emulator, whose collections hold real files.</summary>
public sealed class TaskRoundTripTests
{
    private static readonly TaskWaitOptions Soon = new() { ShortestInterval = TimeSpan.FromMilliseconds(10), LongestInterval = TimeSpan.FromMilliseconds(100) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transfer_is_submitted_watched_listed_read_and_removed()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var tasks = transfer.Client.Tasks;

        var submitted = await transfer.Client.SubmitTransferAsync(
            new TransferRequest
            {
                SourceEndpoint = ManagedTransfer.First,
                DestinationEndpoint = ManagedTransfer.Second,
                Items = [new("/home/", "/copy/") { Recursive = true }],
                Label = "a folder",
                SyncLevel = SyncLevel.Checksum,
                FilterRules = [TransferFilterRule.Exclude("*.txt", FilterType.File)],
                NotifyOnSucceeded = false,
            },
            Cancellation);
        var reports = await tasks.WatchAsync(submitted.TaskId, Soon, Cancellation).ToListAsync(Cancellation);

        submitted.Code.ShouldBe("Accepted");
        submitted.IsDuplicate.ShouldBeFalse();
        var task = reports[^1].Task.ShouldNotBeNull();
        task.Status.ShouldBe(TransferTaskStatus.Succeeded);
        task.Label.ShouldBe("a folder");
        task.SyncLevel.ShouldBe(SyncLevel.Checksum);
        task.FilterRules.ShouldHaveSingleItem().Name.ShouldBe("*.txt");
        task.FilesTransferred.ShouldBe(2);
        var events = await tasks.ListEventsAsync(submitted.TaskId).Select(static one => one.Code).ToListAsync(Cancellation);
        events[0].ShouldBe(TaskEventCode.Succeeded);
        reports.SelectMany(static report => report.NewEvents).Select(static one => one.Code).Reverse().ShouldBe(events);
        var copied = await tasks.ListSuccessfulTransfersAsync(submitted.TaskId).ToListAsync(Cancellation);
        copied.Select(static file => file.DestinationPath).ShouldBe(["/copy/results/2026-01.csv", "/copy/results/2026-02.csv"], ignoreOrder: true);
        (await tasks.ListSkippedErrorsAsync(submitted.TaskId).ToListAsync(Cancellation)).ShouldBeEmpty();
        (await tasks.GetPauseInfoAsync(submitted.TaskId, Cancellation)).PauseRules.ShouldNotBeNull().ShouldBeEmpty();
        (await tasks.ListAsync(TaskFields.Label.Like("a fo*").And(TaskFields.RequestTime.Between(task.RequestTime, null)), TaskFields.RequestTime.Descending).SingleAsync(Cancellation))
            .TaskId.ShouldBe(submitted.TaskId);
        (await tasks.ListAsync(TaskFields.Status.IsNot("SUCCEEDED")).CountAsync(Cancellation)).ShouldBe(0);
        (await tasks.CancelAsync(submitted.TaskId, Cancellation)).Code.ShouldBe("TaskComplete");
        (await Should.ThrowAsync<TransferApiException>(() => tasks.UpdateAsync(submitted.TaskId, new TaskUpdate { Label = "late" }, Cancellation))).Code.ShouldBe("Conflict");
        await tasks.RemoveAsync(submitted.TaskId, Cancellation);
        (await Should.ThrowAsync<TransferApiException>(() => tasks.GetAsync(submitted.TaskId, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_request_that_was_kept_makes_one_task_of_two_submissions()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var request = new TransferRequest { SourceEndpoint = ManagedTransfer.First, DestinationEndpoint = ManagedTransfer.Second, Items = [new("/home/file1.txt", "/home/copy.txt")] };
        var kept = (await transfer.Client.PrepareAsync(request, Cancellation)).ToJson();

        var first = await transfer.Client.SubmitTransferAsync(TransferRequest.FromJson(kept), Cancellation);
        await transfer.Client.Tasks.WaitAsync(first.TaskId, Soon, cancellationToken: Cancellation);
        var second = await transfer.Client.SubmitTransferAsync(TransferRequest.FromJson(kept), Cancellation);

        second.IsDuplicate.ShouldBeTrue();
        second.TaskId.ShouldBe(first.TaskId);
        (await transfer.Client.Tasks.ListAsync().CountAsync(Cancellation)).ShouldBe(1);
        (await transfer.Client.Files.StatAsync(ManagedTransfer.Second, "/home/copy.txt", cancellationToken: Cancellation)).Size.ShouldBe(4);
    }

    [Fact]
    public async Task A_request_whose_answer_was_lost_is_resumed_from_what_its_object_says()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var request = new DeleteRequest { Endpoint = ManagedTransfer.First, Paths = ["/home/file3.txt"] };
        transfer.Emulator.AddFault(new() { Path = "/transfer/v0.10/delete", Times = null, Connection = EmulatorConnectionFault.BeforeAnswer });

        await Should.ThrowAsync<HttpRequestException>(() => transfer.Client.SubmitDeleteAsync(request, Cancellation));
        var kept = request.ToJson();
        transfer.Emulator.ClearFaults();
        var result = await transfer.Client.SubmitDeleteAsync(DeleteRequest.FromJson(kept), Cancellation);

        result.IsDuplicate.ShouldBeTrue();
        (await transfer.Client.Tasks.ListAsync().SingleAsync(Cancellation)).TaskId.ShouldBe(result.TaskId);
    }

    [Fact]
    public async Task A_deletion_is_submitted_renamed_while_it_is_held_and_carried_out()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var tasks = transfer.Client.Tasks;
        var rule = await transfer.Client.PauseRules.CreateAsync(new PauseRuleCreation { EndpointId = ManagedTransfer.First, Message = "repairs" }, Cancellation);

        var submitted = await transfer.Client.SubmitDeleteAsync(
            new DeleteRequest { Endpoint = ManagedTransfer.First, Paths = ["/home/results/", "/home/none"], Recursive = true, IgnoreMissing = true }, Cancellation);
        (await tasks.UpdateAsync(submitted.TaskId, new TaskUpdate { Label = "tidy up" }, Cancellation)).Code.ShouldBe("Updated");
        (await tasks.GetAsync(submitted.TaskId, Cancellation)).Label.ShouldBe("tidy up");
        (await tasks.GetPauseInfoAsync(submitted.TaskId, Cancellation)).PauseRules.ShouldHaveSingleItem().Message.ShouldBe("repairs");
        await transfer.Client.PauseRules.DeleteAsync(rule.Id, Cancellation);
        var task = await tasks.WaitAsync(submitted.TaskId, Soon, cancellationToken: Cancellation);

        task.Status.ShouldBe(TransferTaskStatus.Succeeded);
        task.Type.ShouldBe(TransferTaskType.Delete);
        task.DestinationEndpointId.ShouldBeNull();
        (await transfer.Client.Files.ListAsync(ManagedTransfer.First, "/home/").Select(static file => file.Name).ToListAsync(Cancellation)).ShouldNotContain("results");
    }

    [Fact]
    public async Task Errors_of_the_source_are_skipped_and_told_of()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var tasks = transfer.Client.Tasks;

        var submitted = await transfer.Client.SubmitTransferAsync(
            new TransferRequest
            {
                SourceEndpoint = ManagedTransfer.First,
                DestinationEndpoint = ManagedTransfer.Second,
                Items = [new("/home/none", "/none"), new("/home/file1.txt", "/one")],
                SkipSourceErrors = true,
            },
            Cancellation);
        await tasks.WaitAsync(submitted.TaskId, Soon, cancellationToken: Cancellation);

        (await tasks.ListSkippedErrorsAsync(submitted.TaskId).SingleAsync(Cancellation)).ErrorCode.ShouldBe(TaskEventCode.FileNotFound);
        (await tasks.ListEventsAsync(submitted.TaskId).ToListAsync(Cancellation)).Select(static one => one.Code).ShouldContain(TaskEventCode.SkippedErrors);
    }

    [Fact]
    public async Task A_running_task_is_changed_and_cancelled()
    {
        await using var transfer = await ManagedTransfer.StartAsync(new GlobusEmulatorOptions { Bandwidth = 1 });
        var tasks = transfer.Client.Tasks;
        var submitted = await transfer.Client.SubmitTransferAsync(
            new TransferRequest { SourceEndpoint = ManagedTransfer.First, DestinationEndpoint = ManagedTransfer.Second, Items = [new("/home/results/2026-01.csv", "/slow.csv")] }, Cancellation);
        var deadline = TimeProvider.System.GetUtcNow().AddHours(2);

        (await tasks.UpdateAsync(submitted.TaskId, new TaskUpdate { Label = "slow", Deadline = deadline }, Cancellation)).Code.ShouldBe("Updated");
        var changed = await tasks.GetAsync(submitted.TaskId, Cancellation);
        (await tasks.CancelAsync(submitted.TaskId, Cancellation)).Code.ShouldBe("Canceled");
        var ended = await tasks.WaitAsync(submitted.TaskId, Soon, cancellationToken: Cancellation);

        changed.Label.ShouldBe("slow");
        (deadline - changed.Deadline!.Value).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
        ended.Status.ShouldBe(TransferTaskStatus.Failed);
        (await tasks.ListEventsAsync(submitted.TaskId).FirstAsync(Cancellation)).Code.ShouldBe(TaskEventCode.Canceled);
    }

    [Fact]
    public async Task A_task_whose_events_cannot_be_read_is_waited_for_all_the_same()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var submitted = await transfer.Client.SubmitDeleteAsync(new DeleteRequest { Endpoint = ManagedTransfer.First, Paths = ["/home/file3.txt"] }, Cancellation);
        transfer.Emulator.AddFault(new() { Path = $"/transfer/v0.10/task/{submitted.TaskId}/event_list", Times = null, Status = 403 });

        var last = await transfer.Client.Tasks.WatchAsync(submitted.TaskId, Soon, Cancellation).LastAsync(Cancellation);

        last.Status.ShouldBe(TransferTaskStatus.Succeeded);
        last.NewEvents.ShouldBeEmpty();
    }
}
