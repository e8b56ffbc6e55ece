using System.Net;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.Support;
using static Globus.Extensions.Tests.Services.Transfer.WatchedTask;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TaskWaitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<TaskWaitOptions, string> Refused => new()
    {
        { new TaskWaitOptions { ShortestInterval = TimeSpan.Zero }, "TaskWaitOptions.ShortestInterval is 00:00:00. It has to be positive." },
        { new TaskWaitOptions { ShortestInterval = Timeout.InfiniteTimeSpan }, "TaskWaitOptions.ShortestInterval is -00:00:00.0010000." },
        { new TaskWaitOptions { ShortestInterval = TimeSpan.FromMinutes(1) }, "TaskWaitOptions.LongestInterval is 00:00:30. It cannot be less than ShortestInterval, which is 00:01:00." },
        { new TaskWaitOptions { LongestInterval = TimeSpan.FromDays(2) }, "TaskWaitOptions.LongestInterval is 2.00:00:00. It can be a day at the most." },
        { new TaskWaitOptions { LongestInterval = TimeSpan.MaxValue }, "TaskWaitOptions.LongestInterval is 10675199." },
        { new TaskWaitOptions { Timeout = TimeSpan.Zero }, "TaskWaitOptions.Timeout is 00:00:00." },
        { new TaskWaitOptions { Timeout = TimeSpan.MinValue }, "TaskWaitOptions.Timeout is" },
        { new TaskWaitOptions { LongestOutage = TimeSpan.FromSeconds(-3) }, "TaskWaitOptions.LongestOutage is -00:00:03." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_options_that_make_no_sense_by_their_name_and_before_any_request(TaskWaitOptions options, string message)
    {
        using var transfer = new ScriptedTransfer();
        var tasks = transfer.Client.Tasks;

        var waiting = await Should.ThrowAsync<ArgumentOutOfRangeException>(() => tasks.WaitAsync(Id, options, cancellationToken: Cancellation));
        var watching = Should.Throw<ArgumentOutOfRangeException>(() => tasks.WatchAsync(Id, options, Cancellation));

        waiting.Message.ShouldStartWith(message);
        waiting.ParamName.ShouldBe("options");
        watching.Message.ShouldBe(waiting.Message);
        transfer.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    public async Task Refuses_an_id_that_is_none_before_any_request(string id)
    {
        using var transfer = new ScriptedTransfer();
        var task = id.Length == 0 ? default : new TransferTaskId(id);

        await Should.ThrowAsync<ArgumentException>(() => transfer.Client.Tasks.WaitAsync(task, cancellationToken: Cancellation));
        Should.Throw<ArgumentException>(() => transfer.Client.Tasks.WatchAsync(task, cancellationToken: Cancellation));
        transfer.Requests.ShouldBeEmpty();
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
    public async Task Ends_in_time_even_if_that_is_longer_than_a_timer_runs()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Document("ACTIVE")), clock);
        var day = TimeSpan.FromDays(1);
        var options = new TaskWaitOptions { ShortestInterval = day, LongestInterval = day, Timeout = 60.5 * day };

        await Should.ThrowAsync<TimeoutException>(() => RunAsync(transfer.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation), clock, day));

        (clock.GetUtcNow() - start).ShouldBe(60.5 * day);
        transfer.Requests.Count.ShouldBe(61);
    }

    [Fact]
    public async Task Any_time_can_be_the_limit()
    {
        using var transfer = new ScriptedTransfer(Document("SUCCEEDED"));
        var options = new TaskWaitOptions { Timeout = TimeSpan.MaxValue, LongestOutage = TimeSpan.MaxValue };

        (await transfer.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation)).Status.ShouldBe(TransferTaskStatus.Succeeded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_failure_at_the_moment_when_the_time_is_up_is_the_end_of_the_time(HttpStatusCode? status)
    {
        var clock = new ManualTimeProvider();
        using var transfer = new ScriptedTransfer(
            (_, _) =>
            {
                clock.Advance(TimeSpan.FromSeconds(10));
                return status is { } failure ? ScriptedTransfer.Json("{}", failure) : throw new HttpRequestException(HttpRequestError.ConnectionError);
            },
            clock);
        var options = new TaskWaitOptions { Timeout = TimeSpan.FromSeconds(10), LongestOutage = TimeSpan.Zero };

        var exception = await Should.ThrowAsync<TimeoutException>(() => transfer.Client.Tasks.WaitAsync(Id, options, cancellationToken: Cancellation));

        exception.Message.ShouldStartWith("The task t did not end within 00:00:10: the service has not told how it stands.");
    }

    [Fact]
    public async Task A_failure_at_the_moment_when_the_caller_goes_is_the_callers_cancellation()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var clock = new ManualTimeProvider();
        using var transfer = new ScriptedTransfer(
            (_, _) =>
            {
                source.Cancel();
                clock.Advance(TimeSpan.FromSeconds(10));
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            },
            clock);

        var exception = await Should.ThrowAsync<OperationCanceledException>(() =>
            transfer.Client.Tasks.WaitAsync(Id, new TaskWaitOptions { Timeout = TimeSpan.FromSeconds(10) }, cancellationToken: source.Token));

        exception.CancellationToken.ShouldBe(source.Token);
    }

    [Fact]
    public async Task Ends_when_the_caller_does_not_wait_any_more()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var transfer = new ScriptedTransfer((_, _) => ScriptedTransfer.Json(Document("ACTIVE")), new ManualTimeProvider());
        var wait = transfer.Client.Tasks.WaitAsync(Id, new TaskWaitOptions { Timeout = TimeSpan.FromHours(1) }, cancellationToken: source.Token);

        await source.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => wait)).CancellationToken.ShouldBe(source.Token);
    }
}
