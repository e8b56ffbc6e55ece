using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>Turns the answers of grants into tokens to keep, and their refusals into exceptions that say what to do.</summary>
internal static class TokenGrant
{
    /// <summary>The token for a resource server, as the successor of the one there was.</summary>
    /// <exception cref="TokenRenewalException">The answer has no token for this resource server.</exception>
    public static TokenData ToTokenData(OAuthTokenResponse response, string resourceServer, TokenData? current) =>
        response.ByResourceServer.TryGetValue(resourceServer, out var token)
            ? IssuedTokens.ToTokenData(token, current?.IdentityId, current)
            : throw new TokenRenewalException(
                resourceServer, $"The answer holds tokens for {string.Join(", ", response.ByResourceServer.Keys)} only; check which scopes belong to which resource server.");

    /// <summary>Renews by the refresh token; a dead one is told apart from a service that cannot be reached.</summary>
    /// <exception cref="TokenRenewalException">The refresh token is no longer valid.</exception>
    public static async Task<OAuthTokenResponse> RefreshAsync(
        GlobusLoginClient loginClient, string resourceServer, string refreshToken, CancellationToken cancellationToken)
    {
        try
        {
            return await loginClient.RefreshTokenAsync(refreshToken, null, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthApiException exception) when (
            exception.OAuthError == "invalid_grant" && exception.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            throw new TokenRenewalException(resourceServer, "The refresh token was revoked, or was not used for too long.", exception);
        }
    }
}
