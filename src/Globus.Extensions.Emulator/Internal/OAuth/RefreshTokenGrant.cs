using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>A refresh token for a new access token of the same resource server.</summary>
internal sealed class RefreshTokenGrant(TokenStore tokens, TokenSetIssuer issuer, GlobusEmulatorOptions options)
{
    public const string GrantType = "refresh_token";

    public TokenResult Exchange(RegisteredClient client, RequestParameters form)
    {
        if (form["refresh_token"] is not { } text)
        {
            return OAuthError.InvalidRequest("The parameter refresh_token is missing.");
        }

        return tokens.TryUseRefreshToken(text, client.Id, out var token)
            ? TokenResult.Nested(issuer.Issue(token.Grant, token.Scopes, options.RotateRefreshTokens))
            : OAuthError.InvalidGrant("The refresh token is not valid, or belongs to another client.");
    }
}
