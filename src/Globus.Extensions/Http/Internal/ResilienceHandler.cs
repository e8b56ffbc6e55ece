using System.Net;
using Globus.Extensions.Diagnostics.Internal;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// Keeps each attempt and the whole request within their times, and sends again what <see cref="ResendRules"/> allows. The first
/// attempt runs by itself; Polly is entered only after it failed.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<ResendState> StateKey = new("Globus.Extensions.Resend");

    private readonly ILogger _logger;
    private readonly TimeProvider _timeProvider;
    private readonly AttemptTimer _timer;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ResilienceHandler(GlobusService service, ResilienceSettings settings, ILogger logger, TimeProvider timeProvider)
    {
        Service = service;
        Settings = settings;
        _logger = logger;
        _timeProvider = timeProvider;
        _timer = new AttemptTimer(timeProvider);
        _pipeline = BuildPipeline();
    }

    public GlobusService Service { get; }

    public ResilienceSettings Settings { get; }

    /// <summary>What retries are counted by.</summary>
    public Telemetry Telemetry { get; init; } = Telemetry.Default;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests to Globus are asynchronous only. Use SendAsync.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = _timeProvider.GetTimestamp();
        request.Options.TryGetValue(GlobusRequestOptions.TimeSpent, out var spent);
        var total = Settings.TotalTimeout == Timeout.InfiniteTimeSpan ? Timeout.InfiniteTimeSpan : Settings.TotalTimeout - spent;

        HttpResponseMessage? response = null;
        Exception? failure = null;
        try
        {
            response = AsDeleted(request, await AttemptAsync(request, total, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException or IOException)
        {
            failure = exception;
        }

        if (failure is null && response!.IsSuccessStatusCode)
        {
            return response;
        }

        var state = new ResendState(this, request, started, total, failure is null ? Outcome.FromResult(response!) : Outcome.FromException<HttpResponseMessage>(failure));
        return await ResendAsync(state, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes success of a 404 to a DELETE that an earlier sending may have carried out.</summary>
    internal static HttpResponseMessage AsDeleted(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (!ResendRules.IsDeletedAlready(
            request.Method, response.StatusCode, request.Options.TryGetValue(GlobusRequestOptions.MayHaveBeenCarriedOut, out var mayHaveBeen) && mayHaveBeen))
        {
            return response;
        }

        response.Dispose();
        return new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request };
    }

    /// <summary>Sends the request once, within the time of an attempt and what is left of the total.</summary>
    internal async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var timeout = Shorter(Settings.AttemptTimeout, remaining);
        if (timeout != Timeout.InfiniteTimeSpan && timeout <= TimeSpan.Zero)
        {
            throw new TimeoutException(Describe(request, $"had no time left of the {Settings.TotalTimeout} that all its attempts may take"));
        }

        using var lease = _timer.Start(timeout, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, lease.Token).ConfigureAwait(false);
            await AnswerBody.TakeInAsync(request, response, lease.Token, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw new TimeoutException(Describe(request, $"was not answered within {timeout}"), exception);
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> ResendAsync(ResendState state, CancellationToken cancellationToken)
    {
        using var deadline = state.Total == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(TimeSpans.Longer(state.Remaining(_timeProvider), TimeSpan.Zero), _timeProvider);
        using var linked = deadline is null ? null : CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var context = ResilienceContextPool.Shared.Get(linked?.Token ?? cancellationToken);
        context.Properties.Set(StateKey, state);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static async (context, state) => await state.NextAsync(context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext),
                context,
                state).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        catch (OperationCanceledException exception) when (deadline is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
        {
            state.Dispose();
            throw new TimeoutException(
                Describe(state.Request, $"did not succeed within the {Settings.TotalTimeout} that all its attempts may take; the last one ended with {state.LastProblem}"),
                exception);
        }
        catch
        {
            state.Dispose();
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<HttpResponseMessage> BuildPipeline() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = ResendRules.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = TimeSpan.FromSeconds(10),
                UseJitter = true,
                ShouldHandle = arguments => StateOf(arguments.Context).ShouldResendAsync(arguments.Outcome, arguments.AttemptNumber, _timeProvider, arguments.Context.CancellationToken),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(RetryAfter.Read(arguments.Outcome.Result, _timeProvider)),
                OnRetry = arguments =>
                {
                    var state = StateOf(arguments.Context);
                    ResilienceLog.SendingAgain(_logger, state.Request.Method.Method, state.Url, state.LastProblem, arguments.AttemptNumber + 1, arguments.RetryDelay);
                    Telemetry.CountRetry(state.Request, arguments.Outcome.Result?.StatusCode, arguments.Outcome.Exception);
                    return default;
                },
            })
            .Build();

    private static ResendState StateOf(ResilienceContext context) => context.Properties.GetValue(StateKey, null!);

    private static string Describe(HttpRequestMessage request, string problem) =>
        $"{request.Method} {UrlText.WithoutQuery(request.RequestUri)} {problem}.";

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan ? other : other == Timeout.InfiniteTimeSpan || one < other ? one : other;
}
