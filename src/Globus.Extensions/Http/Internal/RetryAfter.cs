using System.Net.Http.Headers;

namespace Globus.Extensions.Http.Internal;

/// <summary>Reads the Retry-After header (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The wait that the service asks for, or <see langword="null"/> if it asks for none that makes sense.</summary>
    public static TimeSpan? Read(HttpResponseMessage? response, TimeProvider timeProvider)
    {
        return response is not null && Wait(response.Headers, timeProvider.GetUtcNow()) is { } wait && wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>The wait as it is written. A date is by the server's clock, so it is compared with the server's own idea of now, if there is one.</summary>
    public static TimeSpan? Wait(HttpResponseHeaders headers, DateTimeOffset? now) =>
        headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date - (headers.Date ?? now));
}
