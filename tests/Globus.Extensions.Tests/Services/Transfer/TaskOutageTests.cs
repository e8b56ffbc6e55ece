using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.Support;
using NSubstitute;
using static Globus.Extensions.Tests.Services.Transfer.WatchedTask;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>What a wait makes of a service that fails.</summary>
public sealed class TaskOutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bears_an_outage_and_reports_it()
    {
        var clock = new ManualTimeProvider();
        var reports = new Reports();
        using var transfer = new ScriptedTransfer(
            (index, request) => IsAboutEvents(request) ? ScriptedTransfer.Json("""{"DATA":[],"total":0}""")
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
    public async Task A_slow_reader_of_reports_gets_the_outage_that_has_become_too_long()
    {
        var clock = new ManualTimeProvider();
        using var transfer = new ScriptedTransfer(static (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError), clock);
        var options = new TaskWaitOptions { LongestOutage = TimeSpan.FromSeconds(10) };

        await Should.ThrowAsync<HttpRequestException>(async () =>
        {
            await foreach (var _ in transfer.Client.Tasks.WatchAsync(Id, options, Cancellation))
            {
                clock.Advance(TimeSpan.FromSeconds(15));
            }
        });

        transfer.Requests.Count(static request => request == $"GET /v0.10/task/{Id}").ShouldBeGreaterThan(1);
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
        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Does_not_wait_for_what_waiting_does_not_mend()
    {
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json("""{"code":"ClientError.NotFound"}""", HttpStatusCode.NotFound));

        (await Should.ThrowAsync<TransferApiException>(() => transfer.Client.Tasks.WaitAsync(Id, cancellationToken: Cancellation))).Code.ShouldBe("ClientError.NotFound");
        transfer.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(600, 7200, 600)]
    [InlineData(4000, 7200, 4000)]
    [InlineData(4000, 1800, 1800)]
    [InlineData(4000, -1, 4000)]
    [InlineData(10_000_000, -1, 2_147_483)] // As long as can be, 24 days.
    public async Task Waits_as_long_as_the_service_asks_while_the_outage_is_borne(int asked, int borne, int waited)
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        using var transfer = new ScriptedTransfer((index, _) => index == 0 ? Busy(asked) : ScriptedTransfer.Json(Document("SUCCEEDED")), clock);
        var options = new TaskWaitOptions { LongestOutage = borne < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(borne) };

        await RunAsync(transfer.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation), clock, TimeSpan.FromDays(40));

        ((int)(clock.GetUtcNow() - start).TotalSeconds).ShouldBe(waited);
    }

    [Fact]
    public async Task Waits_for_the_service_no_longer_than_in_all()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        using var transfer = new ScriptedTransfer((_, _) => Busy(4000), clock);
        var options = new TaskWaitOptions { Timeout = TimeSpan.FromMinutes(20), LongestOutage = Timeout.InfiniteTimeSpan };

        await Should.ThrowAsync<TimeoutException>(() => RunAsync(transfer.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation), clock, TimeSpan.FromHours(2)));

        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(20));
        transfer.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_of_the_events_hides_no_end_and_is_no_outage()
    {
        var clock = new ManualTimeProvider();
        var reports = new Reports();
        var polls = 0;
        using var transfer = new ScriptedTransfer(
            (_, request) => IsAboutEvents(request) ? throw new HttpRequestException(HttpRequestError.ConnectionError) : ScriptedTransfer.Json(Document(++polls < 3 ? "ACTIVE" : "SUCCEEDED")),
            clock);
        var options = new TaskWaitOptions { LongestOutage = TimeSpan.Zero };

        (await RunAsync(transfer.Client.Tasks.WaitAsync(Id, options, reports, Cancellation), clock)).Status.ShouldBe(TransferTaskStatus.Succeeded);

        reports.Select(static report => report.Status?.Value).ShouldBe(["ACTIVE", "ACTIVE", "SUCCEEDED"]);
        reports.ShouldAllBe(static report => report.Outage == null && report.NewEvents.Count == 0);
        transfer.Log.Events.Select(static entry => entry.Name).ShouldBe(["TaskEnded", "TaskEventsMissing"]);
    }

    [Fact]
    public async Task Events_that_the_service_failed_to_give_come_with_a_later_report()
    {
        var clock = new ManualTimeProvider();
        var reports = new Reports();
        var polls = 0;
        using var transfer = new ScriptedTransfer(
            (_, request) => !IsAboutEvents(request) ? ScriptedTransfer.Json(Document(++polls < 3 ? "ACTIVE" : "SUCCEEDED"))
                : polls == 2 ? ScriptedTransfer.Json("{}", HttpStatusCode.BadGateway)
                : ScriptedTransfer.Json(Events(polls * 10, request.RequestUri!)),
            clock);

        await RunAsync(transfer.Client.Tasks.WaitAsync(Id, progress: reports, cancellationToken: Cancellation), clock);

        reports.Select(static report => report.NewEvents.Count).ShouldBe([10, 0, 20]);
        reports.SelectMany(static report => report.NewEvents).Select(static one => one.Description).ShouldBe(Enumerable.Range(0, 30).Select(static number => $"{number}"));
        transfer.Log.Events.Select(static entry => entry.Name).ShouldBe(["TaskEnded"]);
    }

    [Fact]
    public async Task Events_that_are_refused_are_not_asked_for_again()
    {
        var clock = new ManualTimeProvider();
        var polls = 0;
        using var transfer = new ScriptedTransfer(
            (_, request) => IsAboutEvents(request) ? ScriptedTransfer.Json("""{"code":"PermissionDenied"}""", HttpStatusCode.Forbidden) : ScriptedTransfer.Json(Document(++polls < 3 ? "ACTIVE" : "SUCCEEDED")),
            clock);

        (await RunAsync(transfer.Client.Tasks.WaitAsync(Id, progress: new Reports(), cancellationToken: Cancellation), clock)).Status.ShouldBe(TransferTaskStatus.Succeeded);

        transfer.Sent.Count(static request => request.Uri.AbsolutePath.EndsWith("event_list", StringComparison.Ordinal)).ShouldBe(1);
        transfer.Log.Events.Select(static entry => entry.Name).ShouldBe(["TaskEventsMissing", "TaskEnded"]);
        transfer.Log.Events[0].Message.ShouldContain("PermissionDenied");
    }

    [Fact]
    public async Task Events_that_cannot_be_read_once_are_asked_for_again()
    {
        var clock = new ManualTimeProvider();
        var polls = 0;
        using var transfer = new ScriptedTransfer(
            (_, request) => IsAboutEvents(request) ? ScriptedTransfer.Json(polls < 2 ? "<html>" : """{"DATA":[],"total":0}""") : ScriptedTransfer.Json(Document(++polls < 3 ? "ACTIVE" : "SUCCEEDED")),
            clock);

        await RunAsync(transfer.Client.Tasks.WaitAsync(Id, progress: new Reports(), cancellationToken: Cancellation), clock);

        transfer.Sent.Count(static request => request.Uri.AbsolutePath.EndsWith("event_list", StringComparison.Ordinal)).ShouldBe(3);
        transfer.Log.Events.Select(static entry => entry.Name).ShouldBe(["TaskEnded"]);
    }

    [Fact]
    public async Task A_task_that_has_ended_is_given_back_though_the_time_is_up_before_its_events_are_read()
    {
        var clock = new ManualTimeProvider();
        using var transfer = new ScriptedTransfer(
            (_, request) =>
            {
                clock.Advance(IsAboutEvents(request) ? TimeSpan.FromSeconds(10) : TimeSpan.Zero);
                return IsAboutEvents(request) ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : ScriptedTransfer.Json(Document("SUCCEEDED"));
            },
            clock);
        var options = new TaskWaitOptions { Timeout = TimeSpan.FromSeconds(10) };

        (await transfer.Client.Tasks.WaitAsync(Id, options, new Reports(), Cancellation)).Status.ShouldBe(TransferTaskStatus.Succeeded);
    }

    [Fact]
    public async Task A_caller_who_goes_while_events_are_read_is_not_waited_for()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var reports = new Reports();
        using var transfer = new ScriptedTransfer((_, request) =>
        {
            if (IsAboutEvents(request))
            {
                source.Cancel();
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            }

            return ScriptedTransfer.Json(Document("ACTIVE"));
        });

        (await Should.ThrowAsync<OperationCanceledException>(() => transfer.Client.Tasks.WaitAsync(Id, null, reports, source.Token))).CancellationToken.ShouldBe(source.Token);
        reports.ShouldBeEmpty();
    }

    private static HttpResponseMessage Busy(int retryAfter)
    {
        var response = ScriptedTransfer.Json("{}", HttpStatusCode.ServiceUnavailable);
        response.Headers.Add("Retry-After", $"{retryAfter}");
        return response;
    }
}
