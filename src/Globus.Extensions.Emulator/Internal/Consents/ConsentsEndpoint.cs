using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Consents;

/// <summary>
/// <c>GET /v2/api/identities/{id}/consents</c>: those rooted at the calling client, or with <c>all=true</c> and the scope
/// <c>view_consents</c> all of them.
/// </summary>
internal sealed class ConsentsEndpoint(TokenStore tokens, ConsentStore consents) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(EmulatorPaths.Auth + "/v2/api/identities/{id}/consents", HandleAsync);

    private Task HandleAsync(HttpContext context)
    {
        if (!tokens.TryAuthenticate(context, ResourceServers.Auth, out var token))
        {
            return AuthErrors.UnauthorizedAsync(context);
        }

        if (!Guid.TryParse((string?)context.Request.RouteValues["id"], out var identity) || identity != token.Grant.IdentityId)
        {
            return AuthErrors.ForbiddenAsync(context, "Only one's own consents can be seen.");
        }

        var all = string.Equals(context.Request.Query["all"], "true", StringComparison.OrdinalIgnoreCase);
        if (all && !token.HasScope(ScopeNames.ViewConsents))
        {
            return AuthErrors.ForbiddenAsync(context, "The scope view_consents is needed to see the consents of other clients.");
        }

        return JsonAnswer.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new ConsentList(consents.List(identity, all ? null : token.Grant.ClientId)),
            EmulatorJsonContext.Default.ConsentList);
    }
}
