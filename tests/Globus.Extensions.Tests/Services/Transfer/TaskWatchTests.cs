using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.Support;
using static Globus.Extensions.Tests.Services.Transfer.WatchedTask;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>What is told of a task while it is waited for.</summary>
public sealed class TaskWatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_bytes_files_rates_and_each_event_once()
    {
        var clock = new ManualTimeProvider();
        var reports = new Reports();
        int[] eventCounts = [2, 2, 1500];
        var polls = 0;
        using var transfer = new ScriptedTransfer(
            (_, request) =>
            {
                if (request.RequestUri!.AbsolutePath == "/v0.10/task/t")
                {
                    polls++;
                    return ScriptedTransfer.Json(Document(
                        polls < 3 ? "ACTIVE" : "SUCCEEDED",
                        $"\"bytes_transferred\":{polls * 100},\"files\":7,\"files_transferred\":{polls},\"faults\":1,\"effective_bytes_per_second\":9,\"nice_status\":{(polls < 3 ? "\"OK\"" : "null")}"));
                }

                return ScriptedTransfer.Json(Events(eventCounts[polls - 1], request.RequestUri));
            },
            clock);

        await RunAsync(transfer.Client.Tasks.WaitAsync(Id, progress: reports, cancellationToken: Cancellation), clock);

        reports.SelectMany(static report => report.NewEvents).Select(static one => one.Description).ShouldBe(Enumerable.Range(0, 1500).Select(static number => $"{number}"));
        reports.Select(static report => report.NewEvents.Count).ShouldBe([2, 0, 1498]);
        reports.Select(static report => report.BytesTransferred).ShouldBe([100, 200, 300]);
        reports.Select(static report => report.FilesTransferred).ShouldBe([1, 2, 3]);
        reports.Select(static report => report.CurrentBytesPerSecond).ShouldBe([null, 100, 100 / 1.5]);
        reports.Select(static report => report.Elapsed.TotalSeconds).ShouldBe([0, 1, 2.5]);
        reports.Select(static report => report.NiceStatus).ShouldBe(["OK", "OK", null]);
        reports.ShouldAllBe(static report => report.Files == 7 && report.Faults == 1 && report.BytesPerSecond == 9);
    }

    [Fact]
    public async Task Events_that_come_while_they_are_read_are_told_next_time()
    {
        var clock = new ManualTimeProvider();
        var reports = new Reports();
        var lists = 0;
        using var transfer = new ScriptedTransfer(
            (_, request) => request.RequestUri!.AbsolutePath == "/v0.10/task/t"
                ? ScriptedTransfer.Json(Document(lists < 2 ? "ACTIVE" : "SUCCEEDED"))
                : ScriptedTransfer.Json(Events(lists++ == 0 ? 1200 : 1203, request.RequestUri)),
            clock);

        await RunAsync(transfer.Client.Tasks.WaitAsync(Id, progress: reports, cancellationToken: Cancellation), clock);

        reports.Select(static report => report.NewEvents.Count).ShouldBe([1200, 3]);
        reports.SelectMany(static report => report.NewEvents).Select(static one => one.Description).ShouldBe(Enumerable.Range(0, 1203).Select(static number => $"{number}"));
    }

    [Fact]
    public async Task Asks_for_no_events_that_nobody_wants()
    {
        using var unheard = new ScriptedTransfer(Document("SUCCEEDED"));
        using var unwanted = new ScriptedTransfer(Document("SUCCEEDED"));
        var reports = new Reports();

        await unheard.Client.Tasks.WaitAsync(Id, cancellationToken: Cancellation);
        await unwanted.Client.Tasks.WaitAsync(Id, new TaskWaitOptions { ReportEvents = false }, reports, Cancellation);

        reports.ShouldHaveSingleItem().NewEvents.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_watch_gives_what_a_wait_reports_and_ends_with_the_task_as_it_ended()
    {
        var clock = new ManualTimeProvider();
        var polls = 0;
        using var transfer = new ScriptedTransfer(
            (_, request) => IsAboutEvents(request)
                ? ScriptedTransfer.Json(Events(polls, request.RequestUri!))
                : ScriptedTransfer.Json(Document(++polls < 3 ? "ACTIVE" : "FAILED", $"\"bytes_transferred\":{polls * 100}")),
            clock);

        var watch = transfer.Client.Tasks.WatchAsync(Id, cancellationToken: Cancellation);
        transfer.Requests.ShouldBeEmpty();
        var reports = await RunAsync(watch.ToListAsync(Cancellation).AsTask(), clock);

        reports.Select(static report => report.Status?.Value).ShouldBe(["ACTIVE", "ACTIVE", "FAILED"]);
        reports.Select(static report => report.BytesTransferred).ShouldBe([100, 200, 300]);
        reports.Select(static report => report.NewEvents.ShouldHaveSingleItem().Description).ShouldBe(["0", "1", "2"]);
        reports.Select(static report => report.Elapsed.TotalSeconds).ShouldBe([0, 1, 2.5]);
    }

    [Fact]
    public async Task A_watch_asks_when_the_next_report_is_wanted_and_begins_anew_each_time()
    {
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Document("ACTIVE")), new ManualTimeProvider());
        var watch = transfer.Client.Tasks.WatchAsync(Id, new TaskWaitOptions { ReportEvents = false }, Cancellation);

        var first = await watch.FirstAsync(Cancellation);
        var second = await watch.FirstAsync(Cancellation);

        transfer.Requests.ShouldBe(["GET /v0.10/task/t", "GET /v0.10/task/t"]);
        (first.CurrentBytesPerSecond, second.CurrentBytesPerSecond).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_watch_shows_how_a_task_failed_before_it_throws_that()
    {
        using var transfer = new ScriptedTransfer(Document("FAILED"));
        var watch = transfer.Client.Tasks.WatchAsync(Id, new TaskWaitOptions { ReportEvents = false, ThrowIfFailed = true }, Cancellation);
        var seen = new List<TaskProgress>();

        await Should.ThrowAsync<TransferTaskFailedException>(async () =>
        {
            await foreach (var progress in watch.WithCancellation(Cancellation))
            {
                seen.Add(progress);
            }
        });

        seen.ShouldHaveSingleItem().Status.ShouldBe(TransferTaskStatus.Failed);
    }

    [Fact]
    public async Task A_watch_ends_when_the_loop_is_cancelled()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Document("ACTIVE")), new ManualTimeProvider());

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var progress in transfer.Client.Tasks.WatchAsync(Id, new TaskWaitOptions { ReportEvents = false }, CancellationToken.None).WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });

        transfer.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_time_that_a_loop_takes_counts()
    {
        var clock = new ManualTimeProvider();
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Document("ACTIVE")), clock);

        await Should.ThrowAsync<TimeoutException>(async () =>
        {
            await foreach (var progress in transfer.Client.Tasks.WatchAsync(Id, new TaskWaitOptions { ReportEvents = false, Timeout = TimeSpan.FromSeconds(10) }, Cancellation))
            {
                clock.Advance(TimeSpan.FromSeconds(11));
            }
        });

        transfer.Requests.Count.ShouldBe(1);
    }
}
