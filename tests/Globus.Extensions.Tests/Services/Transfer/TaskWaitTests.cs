using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.Support;
using NSubstitute;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TaskWaitTests
{
    private static readonly TransferTaskId Id = new("t");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, TaskWaitOptions> Refused => new()
    {
        { "no interval", new TaskWaitOptions { ShortestInterval = TimeSpan.Zero } },
        { "intervals the wrong way round", new TaskWaitOptions { ShortestInterval = TimeSpan.FromMinutes(1) } },
        { "an endless interval", new TaskWaitOptions { LongestInterval = TimeSpan.FromDays(2) } },
        { "no time", new TaskWaitOptions { Timeout = TimeSpan.Zero } },
        { "a negative outage", new TaskWaitOptions { LongestOutage = TimeSpan.FromSeconds(-3) } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_options_that_make_no_sense(string what, TaskWaitOptions options)
    {
        using var transfer = new ScriptedTransfer();

        await Should.ThrowAsync<ArgumentException>(() => transfer.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation), what);
        await Should.ThrowAsync<ArgumentException>(() => transfer.Client.Tasks.WaitAsync(default, cancellationToken: Cancellation));
    }

    [Theory]
    [InlineData("SUCCEEDED")]
    [InlineData("FAILED")]
    public async Task Ends_at_once_with_a_task_that_has_ended(string status)
    {
        using var transfer = new ScriptedTransfer(Document(status));

        (await transfer.Client.Tasks.WaitAsync(Id, cancellationToken: Cancellation)).Status.ShouldBe(new TransferTaskStatus(status));
        transfer.Requests.ShouldBe(["GET /v0.10/task/t"]);
    }

    [Fact]
    public async Task Asks_less_and_less_often_up_to_a_limit()
    {
        var clock = new ManualTimeProvider();
        var times = new List<double>();
        var start = clock.GetUtcNow();
        using var transfer = new ScriptedTransfer(
            (index, _) =>
            {
                times.Add((clock.GetUtcNow() - start).TotalSeconds);
                return ScriptedTransfer.Json(Document(index < 6 ? "ACTIVE" : "SUCCEEDED"));
            },
            clock);

        await RunAsync(transfer.Client.Tasks.WaitAsync(Id, new TaskWaitOptions { LongestInterval = TimeSpan.FromSeconds(4) }, cancellationToken: Cancellation), clock);

        times.ShouldBe([0, 1, 2.5, 4.75, 8.125, 12.125, 16.125]);
    }

    [Fact]
    public async Task Goes_on_while_a_task_is_held_up_unless_told_to_stop()
    {
        var clock = new ManualTimeProvider();
        string[] states = [Document("INACTIVE"), Document("ACTIVE", "\"is_paused\":true"), Document("ACTIVE"), Document("SUCCEEDED")];
        using var patient = new ScriptedTransfer((index, _) => ScriptedTransfer.Json(states[index]), clock);
        using var inactive = new ScriptedTransfer(states[0]);
        using var paused = new ScriptedTransfer(states[1]);
        var options = new TaskWaitOptions { StopWhenHeldUp = true };

        (await RunAsync(patient.Client.Tasks.WaitAsync(Id, cancellationToken: Cancellation), clock)).Status.ShouldBe(TransferTaskStatus.Succeeded);
        (await inactive.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation)).Status.ShouldBe(TransferTaskStatus.Inactive);
        (await paused.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation)).IsPaused.ShouldBe(true);
    }

    [Fact]
    public async Task A_failed_task_is_an_exception_where_that_is_asked_for()
    {
        using var transfer = new ScriptedTransfer(Document("FAILED", """ "fatal_error":{"code":"NO_SPACE_LEFT","description":"The disk is full."} """));

        var exception = await Should.ThrowAsync<TransferTaskFailedException>(() => transfer.Client.Tasks.WaitAsync(Id, new TaskWaitOptions { ThrowIfFailed = true }, cancellationToken: Cancellation));

        exception.Task.FatalError!.Code.ShouldBe(TaskEventCode.NoSpaceLeft);
        exception.Message.ShouldBe("The task t failed (NO_SPACE_LEFT: The disk is full).");
    }

    [Fact]
    public async Task Ends_in_time()
    {
        var clock = new ManualTimeProvider();
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Document("ACTIVE", "\"nice_status\":\"Queued\"")), clock);

        var exception = await Should.ThrowAsync<TimeoutException>(() =>
            RunAsync(transfer.Client.Tasks.WaitAsync(Id, new TaskWaitOptions { Timeout = TimeSpan.FromSeconds(10) }, cancellationToken: Cancellation), clock));

        exception.Message.ShouldContain("ACTIVE, Queued");
        (clock.GetUtcNow() - new ManualTimeProvider().GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Ends_when_the_caller_does_not_wait_any_more()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Document("ACTIVE")), new ManualTimeProvider());
        var wait = transfer.Client.Tasks.WaitAsync(Id, new TaskWaitOptions { Timeout = TimeSpan.FromHours(1) }, cancellationToken: source.Token);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Bears_an_outage_and_reports_it()
    {
        var clock = new ManualTimeProvider();
        var reports = new Reports();
        using var transfer = new ScriptedTransfer(
            (index, request) => request.RequestUri!.AbsolutePath.EndsWith("event_list", StringComparison.Ordinal) ? ScriptedTransfer.Json("""{"DATA":[],"total":0}""")
                : index < 20 ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                : ScriptedTransfer.Json(Document("SUCCEEDED")),
            clock);

        (await RunAsync(transfer.Client.Tasks.WaitAsync(Id, progress: reports, cancellationToken: Cancellation), clock)).Status.ShouldBe(TransferTaskStatus.Succeeded);

        reports.SkipLast(1).ShouldAllBe(static report => report.Task == null && report.Outage is HttpRequestException);
        reports[^1].Outage.ShouldBeNull();
        reports[^1].Status.ShouldBe(TransferTaskStatus.Succeeded);
        transfer.Log.Events.Select(static entry => entry.Name).ShouldBe(["TaskOutOfSight", "TaskEnded"]);
    }

    [Fact]
    public async Task Bears_an_outage_of_what_renews_the_token()
    {
        var clock = new ManualTimeProvider();
        using var transfer = new ScriptedTransfer(
            (index, _) => index == 0 ? throw new AuthApiException(HttpStatusCode.BadGateway) : ScriptedTransfer.Json(Document("SUCCEEDED")), clock);

        (await RunAsync(transfer.Client.Tasks.WaitAsync(Id, cancellationToken: Cancellation), clock)).Status.ShouldBe(TransferTaskStatus.Succeeded);
    }

    [Fact]
    public async Task A_report_that_fails_is_no_outage()
    {
        using var transfer = new ScriptedTransfer(Document("ACTIVE"));
        var progress = Substitute.For<IProgress<TaskProgress>>();
        progress.When(static one => one.Report(Arg.Any<TaskProgress>())).Throw(new IOException("The screen is full."));

        var options = new TaskWaitOptions { ReportEvents = false };
        var thrown = await Should.ThrowAsync<IOException>(() => transfer.Client.Tasks.WaitAsync(Id, options, progress, Cancellation));

        thrown.Message.ShouldBe("The screen is full.");
    }

    [Fact]
    public async Task Bears_no_outage_that_is_longer_than_allowed()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json("""{"code":"ServiceUnavailable"}""", HttpStatusCode.ServiceUnavailable), clock);
        var options = new TaskWaitOptions { LongestOutage = TimeSpan.FromMinutes(2) };

        var exception = await Should.ThrowAsync<TransferApiException>(() => RunAsync(transfer.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation), clock));

        exception.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.5));
    }

    [Fact]
    public async Task Does_not_wait_for_what_waiting_does_not_mend()
    {
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json("""{"code":"ClientError.NotFound"}""", HttpStatusCode.NotFound));

        (await Should.ThrowAsync<TransferApiException>(() => transfer.Client.Tasks.WaitAsync(Id, cancellationToken: Cancellation))).Code.ShouldBe("ClientError.NotFound");
        transfer.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Waits_as_long_as_the_service_asks_within_the_limits()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        using var transfer = new ScriptedTransfer(
            (index, _) =>
            {
                var response = ScriptedTransfer.Json(Document("SUCCEEDED"), index == 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
                response.Headers.Add("Retry-After", index == 0 ? "4000" : "0"); // Too long for the pipeline.
                return response;
            },
            clock);

        await RunAsync(transfer.Client.Tasks.WaitAsync(Id, cancellationToken: Cancellation), clock);

        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(30));
    }

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

    private static string Document(string status, string rest = "\"x\":1") => $$"""{"DATA_TYPE":"task","task_id":"t","status":"{{status}}",{{rest}}}""";

    // Newest first, as the service has it: of ten events the first is number 9.
    private static string Events(int total, Uri uri)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(uri.Query);
        var offset = query.TryGetValue("offset", out var text) ? int.Parse(text.ToString(), null) : 0;
        var limit = int.Parse(query["limit"].ToString(), null);
        var page = Enumerable.Range(0, total).Reverse().Skip(offset).Take(limit).Select(static number => $$"""{"DATA_TYPE":"event","code":"PROGRESS","description":"{{number}}"}""");
        return $$"""{"DATA_TYPE":"event_list","DATA":[{{string.Join(',', page)}}],"offset":{{offset}},"limit":{{limit}},"total":{{total}}}""";
    }

    private static async Task<T> RunAsync<T>(Task<T> wait, ManualTimeProvider clock)
    {
        while (!wait.IsCompleted)
        {
            await Task.WhenAny(wait, clock.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(30), Cancellation));
        }

        return await wait;
    }

    private sealed class Reports : List<TaskProgress>, IProgress<TaskProgress>
    {
        public void Report(TaskProgress value) => Add(value);
    }
}
