using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>A code, brought by the client it was given to, for tokens.</summary>
internal sealed class AuthorizationCodeGrant(
    AuthorizationCodeStore codes, TokenSetIssuer issuer, IdTokenIssuer idTokens, IdentityDirectory identities)
{
    public const string GrantType = "authorization_code";

    public TokenResult Exchange(RegisteredClient client, RequestParameters form)
    {
        if (form["code"] is not { } text)
        {
            return OAuthError.InvalidRequest("The parameter code is missing.");
        }

        // A stranger's attempt does not use the code up, else anybody who saw it could spoil the login.
        var code = codes.Redeem(
            text,
            code => code.Grant.ClientId == client.Id
                && code.RedirectUri == form["redirect_uri"]
                && VerifierFits(form["code_verifier"], code.CodeChallenge));
        if (code is null)
        {
            return OAuthError.InvalidGrant("The code is not valid, or does not belong to this client, redirect_uri and code_verifier.");
        }

        var tokens = issuer.Issue(code.Grant, code.Scopes, code.IsOffline, code.State);
        return TokenResult.Nested(WithIdToken(code, tokens));
    }

    private IReadOnlyList<TokenResponse> WithIdToken(AuthorizationCode code, IReadOnlyList<TokenResponse> tokens)
    {
        if (!code.Scopes.Any(static scope => scope.Name == ScopeNames.OpenId) || identities.Find(code.Grant.IdentityId) is not { } identity)
        {
            return tokens;
        }

        // The issuer put Auth first, and openid is a scope of Auth.
        var idToken = idTokens.Issue(identity, code.Grant.ClientId, code.Scopes, tokens[0].AccessToken, code.AuthenticatedAt, code.Nonce);
        return [tokens[0] with { IdToken = idToken }, .. tokens.Skip(1)];
    }

    /// <summary>A verifier without a challenge is refused too: somebody has taken the challenge away (RFC 9700, 4.8.2).</summary>
    private static bool VerifierFits(string? verifier, string? challenge)
    {
        if (verifier is null || challenge is null)
        {
            return verifier is null && challenge is null;
        }

        var computed = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return verifier.Length is >= 43 and <= 128
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(computed), Encoding.ASCII.GetBytes(challenge));
    }
}
