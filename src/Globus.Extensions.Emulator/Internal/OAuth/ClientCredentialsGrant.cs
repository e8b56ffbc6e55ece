using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>Tokens for the client's own identity, <c>CLIENT_ID@clients.auth.globus.org</c>.</summary>
internal sealed class ClientCredentialsGrant(
    ScopeCatalogue catalogue, TokenSetIssuer issuer, IdTokenIssuer idTokens, IdentityDirectory identities, GlobusEmulatorOptions options)
{
    public const string GrantType = "client_credentials";

    public TokenResult Exchange(RegisteredClient client, ClientCredential? credential, RequestParameters form)
    {
        if (client.IsNative || credential is null)
        {
            return OAuthError.UnauthorizedClient("A native client has no credentials to use.");
        }

        if (form["scope"] is not { } text)
        {
            return OAuthError.InvalidScope("The parameter scope is missing.");
        }

        if (OAuthError.TryReadScopes(catalogue, client.Id, text, out var scopes) is { } error)
        {
            return error;
        }

        // A client needs nobody's leave for what it does in its own name: asking for a dependent scope is consenting to it.
        var now = options.TimeProvider.GetUtcNow();
        var tokens = issuer.Issue(new Grant(client, client.Id, now, credential), scopes, withRefreshTokens: false);
        if (scopes.Any(static scope => scope.Name == ScopeNames.OpenId) && identities.Find(client.Id) is { } identity)
        {
            var idToken = idTokens.Issue(identity, client.Id, scopes, tokens[0].AccessToken, now, nonce: null);
            tokens = [tokens[0] with { IdToken = idToken }, .. tokens.Skip(1)];
        }

        return TokenResult.Nested(tokens);
    }
}
