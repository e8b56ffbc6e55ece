using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>
/// Turns granted scopes into one token for each resource server, and notes the consent to them: whatever the grant, who has got a token
/// has been allowed what it carries.
/// </summary>
internal sealed class TokenSetIssuer(TokenStore tokens, ScopeCatalogue catalogue, ConsentStore consents)
{
    public long ExpiresIn => (long)tokens.AccessTokenLifetime.TotalSeconds;

    /// <summary>
    /// Auth comes first when it is among them, as the ID token belongs to it; else the order is that of the request. A scope that has
    /// been deleted since it was granted gives no token. A resource server gets a refresh token only if all its scopes allow it: a
    /// token cannot be renewed in part.
    /// </summary>
    public IReadOnlyList<TokenResponse> Issue(Grant grant, IReadOnlyList<RequestedScope> scopes, bool withRefreshTokens, string? state = null)
    {
        var known = scopes
            .Select(scope => (Requested: scope, Known: catalogue.Find(scope.Name)))
            .Where(static pair => pair.Known is not null)
            .ToList();
        consents.Add(grant.ClientId, grant.IdentityId, known.Select(static pair => pair.Requested), withRefreshTokens);
        return
        [
            .. known
                .GroupBy(static pair => pair.Known!.ResourceServer)
                .OrderBy(static group => group.Key == ResourceServers.Auth ? 0 : 1)
                .Select(group => IssueOne(
                    grant,
                    group.Key,
                    Merge(group.Select(static pair => pair.Requested)),
                    withRefreshTokens && group.All(static pair => pair.Known!.AllowsRefreshToken),
                    state)),
        ];
    }

    private TokenResponse IssueOne(
        Grant grant, string resourceServer, IReadOnlyList<RequestedScope> scopes, bool withRefreshToken, string? state) => new()
        {
            AccessToken = tokens.IssueAccessToken(grant, resourceServer, scopes),
            RefreshToken = withRefreshToken ? tokens.IssueRefreshToken(grant, resourceServer, scopes) : null,
            ExpiresIn = ExpiresIn,
            ResourceServer = resourceServer,
            Scope = string.Join(' ', scopes.Select(static scope => scope.Name)),
            State = state,
        };

    private RequestedScope[] Merge(IEnumerable<RequestedScope> scopes) =>
    [
        .. scopes
            .GroupBy(static scope => scope.Name)
            .Select(same => catalogue.Expand(new RequestedScope(same.Key, IsOptional: false, [.. same.SelectMany(static scope => scope.Dependents)]))),
    ];
}
