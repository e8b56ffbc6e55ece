using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using NSubstitute;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TaskOperationsTests
{
    private const string Result = """{"DATA_TYPE":"result","code":"Done","message":"m","request_id":"r","resource":"/x"}""";

    private static readonly TransferTaskId Id = new("t 1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_tasks_by_a_filter_and_an_order()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[{"task_id":"a","status":"ACTIVE"}],"total":1}""");

        var tasks = await transfer.Client.Tasks.ListAsync(
            TaskFields.Status.Is("ACTIVE").And(TaskFields.Label.Like("n*")), TaskFields.RequestTime.Descending, pageSize: 10).ToListAsync(Cancellation);

        tasks.ShouldHaveSingleItem().TaskId.Value.ShouldBe("a");
        transfer.Requests.ShouldBe(["GET /v0.10/task_list?filter=status:ACTIVE/label:~n*&orderby=request_time DESC&limit=10"]);
    }

    [Fact]
    public async Task Lists_errors_only_on_demand()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[],"total":0}""");

        await transfer.Client.Tasks.ListEventsAsync(Id, errorsOnly: true).ToListAsync(Cancellation);

        transfer.Requests.ShouldBe(["GET /v0.10/task/t 1/event_list?filter=is_error:1&limit=1000"]);
    }

    [Fact]
    public async Task Changes_what_is_set_and_nothing_else()
    {
        using var transfer = new ScriptedTransfer(Result, Result);

        (await transfer.Client.Tasks.UpdateAsync(Id, new TaskUpdate { Label = null }, Cancellation)).Code.ShouldBe("Done");
        await transfer.Client.Tasks.UpdateAsync(Id, new TaskUpdate { Deadline = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) }, Cancellation);

        transfer.Requests[0].ShouldBe("PUT /v0.10/task/t 1");
        transfer.Bodies.ShouldBe(["""{"DATA_TYPE":"task","label":null}""", """{"DATA_TYPE":"task","deadline":"2026-01-02T03:04:05\u002B00:00"}"""]);
    }

    [Fact]
    public async Task Cancels_again_when_the_answer_was_lost_but_removes_once()
    {
        using var cancelled = new ScriptedTransfer((index, _) => ScriptedTransfer.Json(Result, index == 0 ? HttpStatusCode.BadGateway : HttpStatusCode.OK));
        using var removed = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Result, HttpStatusCode.BadGateway));

        await cancelled.Client.Tasks.CancelAsync(Id, Cancellation);
        await Should.ThrowAsync<TransferApiException>(() => removed.Client.Tasks.RemoveAsync(Id, Cancellation));

        cancelled.Requests.ShouldBe(["POST /v0.10/task/t 1/cancel", "POST /v0.10/task/t 1/cancel"]);
        removed.Requests.ShouldBe(["POST /v0.10/task/t 1/remove"]);
    }

    [Fact]
    public async Task Gets_why_a_task_is_paused()
    {
        using var transfer = new ScriptedTransfer("""
            {"DATA_TYPE":"pause_info_limited","pause_rules":[{"DATA_TYPE":"pause_rule_limited","id":"p","message":"maintenance","pause_ls":true}],"source_pause_message":"wait"}
            """);

        var info = await transfer.Client.Tasks.GetPauseInfoAsync(Id, Cancellation);

        info.SourcePauseMessage.ShouldBe("wait");
        info.PauseRules.ShouldHaveSingleItem().Message.ShouldBe("maintenance");
        transfer.Requests.ShouldBe(["GET /v0.10/task/t 1/pause_info"]);
    }

    [Fact]
    public async Task Refuses_what_the_service_would_refuse()
    {
        using var transfer = new ScriptedTransfer();
        var tasks = transfer.Client.Tasks;

        await Should.ThrowAsync<ArgumentException>(() => tasks.UpdateAsync(Id, new TaskUpdate(), Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => tasks.UpdateAsync(Id, new TaskUpdate { Label = new string('x', 129) }, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => tasks.GetAsync(default, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => tasks.CancelAsync(new TransferTaskId("../x"), Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => tasks.UpdateAsync(default, new TaskUpdate { Label = "x" }, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => tasks.RemoveAsync(default, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => tasks.GetPauseInfoAsync(default, Cancellation));
        Should.Throw<ArgumentOutOfRangeException>(() => tasks.ListAsync(pageSize: -1));
        Should.Throw<ArgumentOutOfRangeException>(() => tasks.ListAsync(pageSize: 1001));
        Should.Throw<ArgumentOutOfRangeException>(() => tasks.ListEventsAsync(Id, pageSize: 0));
        Should.Throw<ArgumentException>(() => tasks.ListEventsAsync(default));
        Should.Throw<ArgumentException>(() => tasks.ListSuccessfulTransfersAsync(default));
        Should.Throw<ArgumentException>(() => tasks.ListSkippedErrorsAsync(default));
        transfer.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Can_be_substituted()
    {
        var transfer = Substitute.For<TransferClient>();
        transfer.Tasks.WaitAsync(Id, Arg.Any<TaskWaitOptions?>(), Arg.Any<IProgress<TaskProgress>?>(), Arg.Any<CancellationToken>())
            .Returns(new TransferTask { Status = TransferTaskStatus.Succeeded });
        transfer.Tasks.WatchAsync(Id, cancellationToken: Cancellation).Returns(new[] { new TaskProgress { Elapsed = TimeSpan.FromSeconds(3) } }.ToAsyncEnumerable());
        transfer.Tasks.ListAsync().Returns(GlobusPageable<TransferTask>.FromPages(new GlobusPage<TransferTask> { Items = [new TransferTask { Label = "one" }] }));

        (await transfer.Tasks.WaitAsync(Id, cancellationToken: Cancellation)).Status.ShouldBe(TransferTaskStatus.Succeeded);
        (await transfer.Tasks.WatchAsync(Id, cancellationToken: Cancellation).SingleAsync(Cancellation)).Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
        (await transfer.Tasks.ListAsync().SingleAsync(Cancellation)).Label.ShouldBe("one");
    }
}
