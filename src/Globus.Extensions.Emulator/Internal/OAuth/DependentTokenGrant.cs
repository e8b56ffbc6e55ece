using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>
/// A token that a service has received, for tokens of the services behind it, in the name of the same identity. The answer is an
/// array.
/// </summary>
internal sealed class DependentTokenGrant(TokenStore tokens, ScopeCatalogue catalogue, TokenSetIssuer issuer)
{
    public const string GrantType = "urn:globus:auth:grant_type:dependent_token";

    public TokenResult Exchange(RegisteredClient client, RequestParameters form)
    {
        if (client.IsNative)
        {
            return OAuthError.UnauthorizedClient("A native client cannot be a resource server.");
        }

        if (form["token"] is not { } text)
        {
            return OAuthError.InvalidRequest("The parameter token is missing.");
        }

        if (tokens.FindActive(text) is not { IsRefreshToken: false } token || token.ResourceServer != client.Id.ToString())
        {
            return OAuthError.InvalidGrant("The token is not valid, or is not one for this resource server.");
        }

        IReadOnlyList<RequestedScope> wanted = [];
        if (form["scope"] is { } scopeText && OAuthError.TryReadScopes(catalogue, client.Id, scopeText, out wanted) is { } error)
        {
            return error;
        }

        var available = token.Scopes.SelectMany(static scope => scope.Dependents).ToList();
        if (wanted.Any(scope => !IsAmong(available, scope)))
        {
            return OAuthError.InvalidScope("The user has not consented to a scope that was asked for.");
        }

        var granted = wanted.Count == 0 ? available : available.FindAll(scope => wanted.Any(other => other.Name == scope.Name));
        var grant = new Grant(client, token.Grant.IdentityId, token.Grant.AuthenticatedAt);
        return TokenResult.Array(issuer.Issue(grant, granted, withRefreshTokens: form["access_type"] == "offline"));
    }

    /// <summary>Whether a scope was granted along with the token, and with it all that it is asked for with: a service consents to nothing.</summary>
    private static bool IsAmong(IReadOnlyList<RequestedScope> granted, RequestedScope scope) =>
        granted.FirstOrDefault(other => other.Name == scope.Name) is { } found
        && scope.Dependents.All(dependent => IsAmong(found.Dependents, dependent));
}
