using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Globus.Extensions.Diagnostics;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Tests.Support;

namespace Globus.Extensions.Tests.Diagnostics;

public sealed class MeasuredOperationTests : IDisposable
{
    private const int Rounds = 1_000;

    private static readonly Task<string> Done = Task.FromResult("done");

    private readonly ManualTimeProvider _time = new();
    private readonly Meter _meter = new(GlobusTelemetry.MeterName);

    // Of another name than the library's: other tests of this process listen to that.
    private readonly ActivitySource _unheard = new("Globus.Extensions.Tests.Unheard");

    [Fact]
    public async Task Measures_in_seconds_by_the_given_clock()
    {
        using var recorder = new TelemetryRecorder(meter => ReferenceEquals(meter, _meter));

        await Create().Login.RunAsync(_time, static time =>
        {
            time.Advance(TimeSpan.FromMilliseconds(2500));
            return Task.CompletedTask;
        });

        var measured = recorder.MeasurementsOf(GlobusTelemetry.LoginDuration).ShouldHaveSingleItem();
        measured.Value.ShouldBe(2.5);
        measured.Tags.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_which_app_it_was_and_leaves_out_what_has_no_value()
    {
        using var recorder = new TelemetryRecorder(meter => ReferenceEquals(meter, _meter));
        var telemetry = Create("archive");

        await telemetry.TaskWait.RunAsync(1, static _ => Done, static (_, result) => new TagList { { "known", result }, { "unknown", null } });
        Retry(telemetry);

        recorder.MeasurementsOf(GlobusTelemetry.TaskWaitDuration).ShouldHaveSingleItem().Tags.ShouldBe(Tags((GlobusTelemetry.AppNameAttribute, "archive"), ("known", "done")));
        recorder.MeasurementsOf(GlobusTelemetry.RequestRetries).ShouldHaveSingleItem().Tags[GlobusTelemetry.AppNameAttribute].ShouldBe("archive");
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "connection_error")]
    [InlineData(HttpRequestError.ResponseEnded, "response_ended")]
    [InlineData(HttpRequestError.Unknown, "System.Net.Http.HttpRequestException")]
    public void Names_connection_failures_as_http_client_does(HttpRequestError error, string name) => ErrorTypes.Of(new HttpRequestException(error)).ShouldBe(name);

    [Fact]
    public void Names_every_cancellation_alike() => ErrorTypes.Of(new TaskCanceledException()).ShouldBe("System.OperationCanceledException");

    [Fact]
    public void Leaves_the_span_of_the_caller_where_it_was()
    {
        using var recorder = new TelemetryRecorder(meter => ReferenceEquals(meter, _meter));
        var before = Activity.Current;
        var telemetry = Telemetry.Create(meterFactory: null, _time);
        var finish = new TaskCompletionSource();
        Activity? within = null;

        var running = telemetry.Login.RunAsync(finish, completion =>
        {
            within = Activity.Current;
            return completion.Task;
        });

        Activity.Current.ShouldBeSameAs(before);
        within.ShouldNotBeNull().OperationName.ShouldBe(GlobusTelemetry.LoginActivity);
        finish.SetResult();
        running.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Allocates_nothing_while_nobody_listens()
    {
        var telemetry = Create();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("https://groups.api.globus.org/"));
        Run(telemetry, request); // The first round compiles, and makes the delegates.
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            Run(telemetry, request);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Run(Telemetry telemetry, HttpRequestMessage request)
        {
            telemetry.CountRetry(request, HttpStatusCode.BadGateway, null);
            _ = telemetry.Login.RunAsync((request, 1), static _ => Task.CompletedTask);
            _ = telemetry.TaskWait.RunAsync((request, 1), static _ => Done, static (_, result) => new TagList { { "result", result } });
        }
    }

    [Fact]
    public void Gives_back_the_very_task_while_nobody_listens()
    {
        Create().TaskWait.RunAsync(1, static _ => Done, static (_, _) => []).ShouldBeSameAs(Done);
    }

    public void Dispose()
    {
        _meter.Dispose();
        _unheard.Dispose();
    }

    private static void Retry(Telemetry telemetry)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("https://groups.api.globus.org/"));
        telemetry.CountRetry(request, null, new TimeoutException());
    }

    private static Dictionary<string, object?> Tags(params (string Key, object? Value)[] tags) => tags.ToDictionary(static tag => tag.Key, static tag => tag.Value, StringComparer.Ordinal);

    private Telemetry Create(string appName = "") => new(_unheard, _meter, appName, _time);
}
