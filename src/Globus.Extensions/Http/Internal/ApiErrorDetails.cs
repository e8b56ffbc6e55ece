using System.Net;
using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.Http.Internal;

/// <summary>All that an API exception carries, free of credentials.</summary>
internal sealed record ApiErrorDetails
{
    public required HttpStatusCode StatusCode { get; init; }

    public string? ReasonPhrase { get; init; }

    public string? Code { get; init; }

    public IReadOnlyList<string> Messages { get; init; } = [];

    public string? RequestId { get; init; }

    public IReadOnlyList<GlobusApiError> Errors { get; init; } = [];

    public string? OAuthError { get; init; }

    public string? OAuthErrorDescription { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public GlobusAuthorizationRequirements? AuthorizationRequirements { get; init; }

    public IReadOnlyList<GlobusAuthorizationRequirements> AllAuthorizationRequirements { get; init; } = [];

    public IReadOnlyList<string> RequiredScopes { get; init; } = [];

    public HttpMethod? RequestMethod { get; init; }

    public Uri? RequestUri { get; init; }

    public string? AuthorizationScheme { get; init; }

    public string? ContentType { get; init; }

    public string RawBody { get; init; } = "";

    public bool IsBodyClipped { get; init; }

    public JsonElement? RawJson { get; init; }

    /// <summary>Why a successful answer could not be read, if that is the trouble.</summary>
    public Exception? Cause { get; init; }

    public static ApiErrorDetails ByHand(HttpStatusCode statusCode, string? code, string? message) => new()
    {
        StatusCode = statusCode,
        ReasonPhrase = ReasonPhrases.Of(statusCode),
        Code = code,
        Messages = message is null ? [] : [message],
    };
}
