using System.Collections.ObjectModel;
using System.Text.Json;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tokens.Internal;

/// <summary>Turns what the token endpoint issued into tokens to keep.</summary>
internal static class IssuedTokens
{
    /// <summary>The tokens of a login, one for each resource server, and whose they are.</summary>
    public static IReadOnlyList<TokenData> Of(OAuthTokenResponse response, string? identityId) =>
        [.. response.ByResourceServer.Values.Select(token => ToTokenData(token, identityId))];

    /// <summary>The token to keep. An answer without a refresh token leaves the old one valid (RFC 6749, section 6).</summary>
    public static TokenData ToTokenData(OAuthToken token, string? identityId, TokenData? current = null) => new()
    {
        ResourceServer = token.ResourceServer,
        IdentityId = identityId,
        Scope = token.Scope,
        AccessToken = token.AccessToken,
        RefreshToken = token.RefreshToken ?? current?.RefreshToken,
        ExpiresAt = token.ExpiresAt,
        TokenType = token.TokenType,
        ExtensionData = current?.ExtensionData ?? ReadOnlyDictionary<string, JsonElement>.Empty,
    };
}
