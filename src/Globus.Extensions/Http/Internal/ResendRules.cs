using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>The one place that says what is sent twice (the table in design.md).</summary>
internal static class ResendRules
{
    /// <summary>How often a request may be sent again.</summary>
    public const int MaxRetries = 5;

    /// <summary>Whether a request that failed like this is sent again, after so many earlier retries.</summary>
    public static bool ShouldResend(HttpMethod method, RequestReplay replay, FailureKind failure, int earlierRetries)
    {
        if (failure == FailureKind.None || earlierRetries >= MaxRetries)
        {
            return false;
        }

        return failure switch
        {
            FailureKind.NotSent => true,
            _ when replay == RequestReplay.AuthorizationCodeGrant => false,
            FailureKind.TooManyRequests or FailureKind.UnavailableUntil => true,
            FailureKind.Ambiguous when replay == RequestReplay.RefreshGrant => earlierRetries == 0,
            _ => replay is RequestReplay.Harmless or RequestReplay.RefreshGrant || IsIdempotent(method),
        };
    }

    /// <summary>A DELETE that may have been carried out by an earlier attempt finds nothing left to delete: that is success.</summary>
    public static bool IsDeletedAlready(HttpMethod method, HttpStatusCode status, bool mayHaveBeenCarriedOut) =>
        method == HttpMethod.Delete && status == HttpStatusCode.NotFound && mayHaveBeenCarriedOut;

    /// <summary>Names the failure that an answer or an exception stands for.</summary>
    public static FailureKind Classify(HttpResponseMessage? response, Exception? exception) => exception switch
    {
        null => ClassifyStatus(response!),
        TimeoutException => FailureKind.Ambiguous,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError } => FailureKind.NotSent,
        // A handshake that breaks off sent nothing; a certificate that is not trusted will not be trusted the next time, and an answer that is
        // too large will not shrink.
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: IOException } => FailureKind.NotSent,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded } => FailureKind.None,
        HttpRequestException or IOException => FailureKind.Ambiguous,
        _ => FailureKind.None,
    };

    private static FailureKind ClassifyStatus(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => FailureKind.Ambiguous,
        HttpStatusCode.TooManyRequests => FailureKind.TooManyRequests,
        HttpStatusCode.ServiceUnavailable => response.Headers.RetryAfter is null ? FailureKind.Unavailable : FailureKind.UnavailableUntil,
        _ => FailureKind.None,
    };

    private static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || method == HttpMethod.Delete || method == HttpMethod.Options;
}
