using Globus.Extensions.Emulator.Internal.Scopes;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>An error of the token endpoint and its neighbours (RFC 6749, 5.2).</summary>
internal sealed record OAuthError(int StatusCode, string Code, string Description)
{
    public static OAuthError InvalidClient { get; } =
        new(StatusCodes.Status401Unauthorized, "invalid_client", "The client is not known or its authentication failed.");

    public static OAuthError NotAForm { get; } = InvalidRequest("The body must be application/x-www-form-urlencoded.");

    public static OAuthError InvalidRequest(string description) => new(StatusCodes.Status400BadRequest, "invalid_request", description);

    public static OAuthError InvalidGrant(string description) => new(StatusCodes.Status400BadRequest, "invalid_grant", description);

    public static OAuthError InvalidScope(string description) => new(StatusCodes.Status400BadRequest, "invalid_scope", description);

    public static OAuthError UnknownScopes(Guid clientId, IEnumerable<string> scopes) =>
        new(StatusCodes.Status400BadRequest, "unknown_scope_error", DescribeUnknownScopes(clientId, scopes));

    public static OAuthError UnauthorizedClient(string description) =>
        new(StatusCodes.Status400BadRequest, "unauthorized_client", description);

    public static OAuthError UnsupportedGrantType { get; } =
        new(StatusCodes.Status400BadRequest, "unsupported_grant_type", "The grant type is not supported.");

    public static string DescribeUnknownScopes(Guid clientId, IEnumerable<string> scopes) =>
        $"client_id={clientId} requested unknown scopes: [{string.Join(", ", scopes.Select(static scope => $"'{scope}'"))}]";

    /// <summary>Reads the scope text of a token request; what comes back beside the scopes is why it is refused.</summary>
    public static OAuthError? TryReadScopes(
        ScopeCatalogue catalogue, Guid clientId, string text, out IReadOnlyList<RequestedScope> scopes)
    {
        scopes = [];
        if (!ScopeParser.TryParse(text, out var parsed) || parsed.Count == 0)
        {
            return InvalidScope("The scope parameter is malformed.");
        }

        if (catalogue.FindUnknown(parsed) is { Count: > 0 } unknown)
        {
            return UnknownScopes(clientId, unknown);
        }

        scopes = parsed;
        return null;
    }
}
