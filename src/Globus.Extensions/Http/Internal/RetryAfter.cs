namespace Globus.Extensions.Http.Internal;

/// <summary>Reads the Retry-After header (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The wait that the service asks for, or <see langword="null"/> if it asks for none that makes sense.</summary>
    public static TimeSpan? Read(HttpResponseMessage? response, TimeProvider timeProvider)
    {
        if (response?.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // A date is by the server's clock, so it is compared with the server's own idea of now.
        var wait = header.Delta ?? (header.Date - (response.Headers.Date ?? timeProvider.GetUtcNow()));
        return wait is { } value && value > TimeSpan.Zero ? value : null;
    }
}
