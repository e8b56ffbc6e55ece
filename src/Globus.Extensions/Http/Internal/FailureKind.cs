namespace Globus.Extensions.Http.Internal;

/// <summary>How an attempt ended, as far as sending it again is concerned.</summary>
internal enum FailureKind
{
    /// <summary>It did not fail, or sending it again would not help.</summary>
    None,

    /// <summary>No byte of the request reached the service.</summary>
    NotSent,

    /// <summary>The connection broke, the time was up, or the answer was 500, 502 or 504: the request may have been carried out.</summary>
    Ambiguous,

    /// <summary>429: the service refused it for now.</summary>
    TooManyRequests,

    /// <summary>503 with a Retry-After header.</summary>
    UnavailableUntil,

    /// <summary>503 without one.</summary>
    Unavailable,
}
