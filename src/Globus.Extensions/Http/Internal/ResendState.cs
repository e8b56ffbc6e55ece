using System.Net;
using Polly;

namespace Globus.Extensions.Http.Internal;

/// <summary>A request that failed once: what became of its attempts, and how much time it has left.</summary>
internal sealed class ResendState(ResilienceHandler handler, HttpRequestMessage request, long started, TimeSpan total, Outcome<HttpResponseMessage> first)
{
    private bool _firstIsTold;
    private FailureKind _lastFailure;

    public HttpRequestMessage Request => request;

    public string Url => UrlText.WithoutQuery(request.RequestUri);

    public TimeSpan Total => total;

    /// <summary>How the last attempt ended, in a few words for logs and messages.</summary>
    public string LastProblem { get; private set; } = Name(first);

    public TimeSpan Remaining(TimeProvider timeProvider) =>
        total == Timeout.InfiniteTimeSpan ? Timeout.InfiniteTimeSpan : total - timeProvider.GetElapsedTime(started);

    /// <summary>The outcome that is there already, then those of further attempts.</summary>
    public async ValueTask<Outcome<HttpResponseMessage>> NextAsync(CancellationToken cancellationToken)
    {
        if (!_firstIsTold)
        {
            _firstIsTold = true;
            return first;
        }

        Outcome<HttpResponseMessage> outcome;
        try
        {
            var response = await handler.AttemptAsync(request, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            if (ResendRules.IsDeletedAlready(request.Method, response.StatusCode, _lastFailure))
            {
                response.Dispose();
                response = new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request };
            }

            outcome = Outcome.FromResult(response);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException or IOException)
        {
            outcome = Outcome.FromException<HttpResponseMessage>(exception);
        }

        LastProblem = Name(outcome);
        return outcome;
    }

    /// <summary>Asks the rules, and whether there is a way and a time to send it again.</summary>
    public async ValueTask<bool> ShouldResendAsync(Outcome<HttpResponseMessage> outcome, int earlierRetries, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var failure = _lastFailure = ResendRules.Classify(outcome.Result, outcome.Exception);
        request.Options.TryGetValue(GlobusRequestOptions.Replay, out var replay);
        if (cancellationToken.IsCancellationRequested
            || !ResendRules.ShouldResend(request.Method, replay, failure, earlierRetries)
            || !ReplayableContent.CanReplay(request.Content)
            || IsTooLongAWait(outcome.Result, timeProvider))
        {
            return false;
        }

        return handler.Service != GlobusService.Transfer
            || outcome.Result is null
            || !await TransferFailure.IsOfTheEndpointAsync(outcome.Result, cancellationToken).ConfigureAwait(false);
    }

    // The service says when to come back, and that is after the time is up: its answer is worth more than a timeout.
    private bool IsTooLongAWait(HttpResponseMessage? response, TimeProvider timeProvider) =>
        total != Timeout.InfiniteTimeSpan && RetryAfter.Read(response, timeProvider) is { } wait && wait > Remaining(timeProvider);

    private static string Name(Outcome<HttpResponseMessage> outcome) => outcome.Exception switch
    {
        null => $"status {(int)outcome.Result!.StatusCode}",
        HttpRequestException exception => $"a connection failure ({exception.HttpRequestError})",
        TimeoutException => "a timeout",
        _ => outcome.Exception.GetType().Name,
    };
}
