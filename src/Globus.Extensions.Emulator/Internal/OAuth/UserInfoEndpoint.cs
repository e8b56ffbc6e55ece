using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary><c>GET /v2/oauth2/userinfo</c>.</summary>
internal sealed class UserInfoEndpoint(TokenStore tokens, IdentityDirectory identities) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Auth + "/v2/oauth2/userinfo", HandleAsync);
        routes.MapPost(EmulatorPaths.Auth + "/v2/oauth2/userinfo", HandleAsync);
    }

    private Task HandleAsync(HttpContext context)
    {
        if (!tokens.TryAuthenticate(context, ResourceServers.Auth, out var token)
            || identities.Find(token.Grant.IdentityId) is not { } identity)
        {
            return AuthErrors.UnauthorizedAsync(context);
        }

        return token.HasScope(ScopeNames.OpenId)
            ? JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, Describe(identity, token), EmulatorJsonContext.Default.UserInfoResponse)
            : AuthErrors.ForbiddenAsync(context, "The scope openid is needed.");
    }

    private static UserInfoResponse Describe(Identity identity, IssuedToken token)
    {
        var profile = token.HasScope(ScopeNames.Profile);
        return new UserInfoResponse
        {
            Sub = identity.Id.ToString(),
            PreferredUsername = profile ? identity.UserName : null,
            Name = profile ? identity.Name : null,
            Email = token.HasScope(ScopeNames.Email) ? identity.Email : null,
            Organization = profile ? identity.Organization : null,
            IdentityProvider = profile ? identity.IdentityProvider.ToString() : null,
            IdentityProviderDisplayName = profile ? identity.IdentityProviderName : null,
            LastAuthentication = profile ? token.IssuedAt.ToUnixTimeSeconds() : null,
            IdentitySet = profile || token.HasScope(ScopeNames.ViewIdentitySet) ? [LinkedIdentity.From(identity, token.IssuedAt)] : null,
        };
    }
}
