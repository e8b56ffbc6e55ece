using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>Lets look-ups through: a token with a scope that is about identities, or a confidential client that comes as itself.</summary>
internal sealed class IdentityAccess(TokenStore tokens, ClientAuthenticator clients)
{
    private static readonly string[] SufficientScopes =
        [ScopeNames.OpenId, ScopeNames.ViewIdentities, ScopeNames.ViewIdentitySet, ScopeNames.ManageProjects];

    public RequestDelegate Route(RequestDelegate handler) => context =>
    {
        if (clients.TryAuthenticateConfidential(context.Request, out _))
        {
            return handler(context);
        }

        if (!tokens.TryAuthenticate(context, ResourceServers.Auth, out var token))
        {
            return AuthErrors.UnauthorizedAsync(context);
        }

        return SufficientScopes.Any(token.HasScope)
            ? handler(context)
            : AuthErrors.ForbiddenAsync(context, "The scope view_identities or openid is needed.");
    };
}
