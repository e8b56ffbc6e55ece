using System.Net;
using System.Net.Http.Headers;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using ScriptedHandler = Globus.Extensions.Tests.Support.ScriptedHandler;

namespace Globus.Extensions.Tests.Pipeline;

public sealed class ResilienceHandlerTests
{
    private static readonly Uri Url = new("https://groups.api.globus.org/v2/groups/my_groups");

    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_again_after_a_pause_what_may_be_sent_twice()
    {
        using var network = new ScriptedHandler(HttpStatusCode.BadGateway, HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);

        var sending = invoker.SendAsync(request, Cancellation);
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Cancellation);
        using var response = await sending;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        network.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Gives_up_after_five_retries_with_the_last_answer()
    {
        using var network = new ScriptedHandler(HttpStatusCode.InternalServerError);
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);

        var sending = invoker.SendAsync(request, Cancellation);
        for (var retry = 0; retry < ResendRules.MaxRetries; retry++)
        {
            await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(11), Cancellation);
        }

        using var response = await sending;
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        network.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Waits_as_long_as_the_service_says()
    {
        using var network = new ScriptedHandler((index, _) => index == 0 ? Busy(TimeSpan.FromSeconds(42)) : new HttpResponseMessage(HttpStatusCode.OK));
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        var start = _time.GetUtcNow();

        var sending = invoker.SendAsync(request, Cancellation);
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(43), Cancellation);
        using var response = await sending;

        (_time.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Fact]
    public async Task Returns_the_answer_at_once_when_the_wait_would_outlast_the_total_time()
    {
        using var network = new ScriptedHandler((_, _) => Busy(TimeSpan.FromHours(1)));
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        network.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_send_a_post_again_that_may_have_been_carried_out()
    {
        using var network = new ScriptedHandler(HttpStatusCode.BadGateway, HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent("{}") };

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        network.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_a_timeout()
    {
        using var network = new SilentHandler();
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url);

        var sending = invoker.SendAsync(request, Cancellation);
        await network.Arrived.Task.WaitAsync(Cancellation);
        _time.Advance(TimeSpan.FromSeconds(60));

        (await Should.ThrowAsync<TimeoutException>(() => sending)).Message.ShouldContain("00:01:00");
    }

    [Fact]
    public async Task The_callers_cancellation_stays_a_cancellation()
    {
        using var network = new SilentHandler();
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        using var cancellation = new CancellationTokenSource();

        var sending = invoker.SendAsync(request, cancellation.Token);
        await network.Arrived.Task.WaitAsync(Cancellation);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Half_an_answer_is_a_failure_that_is_mended()
    {
        using var network = new ScriptedHandler((index, _) => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = index == 0 ? new StreamContent(new BrokenStream()) : new StringContent("whole"),
        });
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);

        var sending = invoker.SendAsync(request, Cancellation);
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Cancellation);
        using var response = await sending;

        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("whole");
    }

    [Fact]
    public async Task A_404_to_a_repeated_delete_is_success()
    {
        using var network = new ScriptedHandler(HttpStatusCode.GatewayTimeout, HttpStatusCode.NotFound);
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Delete, Url);

        var sending = invoker.SendAsync(request, Cancellation);
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Cancellation);
        using var response = await sending;

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_404_to_a_repeated_delete_is_success_whatever_came_in_between()
    {
        using var network = new ScriptedHandler(HttpStatusCode.GatewayTimeout, HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound);
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Delete, Url);

        var sending = invoker.SendAsync(request, Cancellation);
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Cancellation);
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Cancellation);
        using var response = await sending;

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_error_whose_body_stalls_keeps_its_status()
    {
        var stalled = new StalledStream();
        using var network = new ScriptedHandler((_, _) => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(stalled) });
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);

        var sending = invoker.SendAsync(request, Cancellation);
        await stalled.Arrived.Task.WaitAsync(Cancellation);
        _time.Advance(TimeSpan.FromMinutes(1));
        using var response = await sending;

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_404_to_the_first_delete_stays_one()
    {
        using var invoker = Invoker(new ScriptedHandler(HttpStatusCode.NotFound));
        using var request = new HttpRequestMessage(HttpMethod.Delete, Url);

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ExternalError.DirListingFailed.NotFound")]
    [InlineData("EndpointError")]
    public async Task Trouble_of_a_transfer_endpoint_is_not_asked_for_again(string code)
    {
        using var network = new ScriptedHandler((_, _) => ScriptedHandler.Json(HttpStatusCode.BadGateway, $$"""{"code":"{{code}}","message":"m"}"""));
        using var invoker = Invoker(network, GlobusService.Transfer);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);

        using var response = await invoker.SendAsync(request, Cancellation);

        network.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"code":"\ud800"}""")]
    [InlineData("[")]
    [InlineData("7")]
    public async Task A_failure_of_transfer_whose_body_says_nothing_is_asked_for_again(string body)
    {
        using var network = new ScriptedHandler((index, _) => index == 0 ? ScriptedHandler.Json(HttpStatusCode.BadGateway, body) : new HttpResponseMessage(HttpStatusCode.OK));
        using var invoker = Invoker(network, GlobusService.Transfer, new ImpatientClock(_time.GetUtcNow()));
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);

        using var response = await invoker.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_spent_before_counts_towards_the_total_time()
    {
        using var network = new ScriptedHandler(HttpStatusCode.OK);
        using var invoker = Invoker(network);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        request.Options.Set(GlobusRequestOptions.TimeSpent, TimeSpan.FromMinutes(5));

        await Should.ThrowAsync<TimeoutException>(() => invoker.SendAsync(request, Cancellation));

        network.Count.ShouldBe(0);
    }

    private static HttpResponseMessage Busy(TimeSpan wait)
    {
        var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return response;
    }

    private HttpMessageInvoker Invoker(HttpMessageHandler network, GlobusService service = GlobusService.Groups, TimeProvider? clock = null) => new(
        new ResilienceHandler(service, new ResilienceSettings(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)), NullLogger.Instance, clock ?? _time) { InnerHandler = network });

    private sealed class SilentHandler : HttpMessageHandler
    {
        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            Arrived.SetResult();
            return await never.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class StalledStream : MemoryStream
    {
        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Arrived.TrySetResult();
            return await new TaskCompletionSource<int>().Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection broke.");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("The connection broke.");
    }
}
