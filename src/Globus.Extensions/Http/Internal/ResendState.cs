using Polly;

namespace Globus.Extensions.Http.Internal;

/// <summary>A request that failed once: what became of its attempts, and how much time it has left.</summary>
internal sealed class ResendState(ResilienceHandler handler, HttpRequestMessage request, long started, TimeSpan total, Outcome<HttpResponseMessage> first) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private bool _firstIsTold;

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
            outcome = Outcome.FromResult(ResilienceHandler.AsDeleted(request, response));
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
        var failure = ResendRules.Classify(outcome.Result, outcome.Exception);
        if (failure == FailureKind.Ambiguous)
        {
            request.Options.Set(GlobusRequestOptions.MayHaveBeenCarriedOut, true);
        }

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

    /// <summary>Drops the first answer, if nobody got it.</summary>
    public void Dispose() => first.Result?.Dispose();

    // The service says when to come back, and that is after the time is up: its answer is worth more than a timeout.
    private bool IsTooLongAWait(HttpResponseMessage? response, TimeProvider timeProvider) =>
        RetryAfter.Read(response, timeProvider) is { } wait && wait > (total == Timeout.InfiniteTimeSpan ? LongestWait : Remaining(timeProvider));

    private static string Name(Outcome<HttpResponseMessage> outcome) => outcome.Exception switch
    {
        null => $"status {(int)outcome.Result!.StatusCode}",
        HttpRequestException exception => $"a connection failure ({exception.HttpRequestError})",
        TimeoutException => "a timeout",
        _ => outcome.Exception.GetType().Name,
    };
}
