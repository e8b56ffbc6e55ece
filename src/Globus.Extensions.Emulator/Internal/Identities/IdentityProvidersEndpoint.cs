using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>
/// <c>GET /v2/api/identity_providers</c>: by ids or by domains; the unknown are left out. There are two providers, one for people and
/// one for clients.
/// </summary>
internal sealed class IdentityProvidersEndpoint(IdentityAccess access, IdentityDirectory identities) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(EmulatorPaths.Auth + "/v2/api/identity_providers", access.Route(AnswerAsync));

    private Task AnswerAsync(HttpContext context)
    {
        var ids = Split(context.Request.Query["ids"]);
        var domains = Split(context.Request.Query["domains"]);
        if (ids.Length == 0 == (domains.Length == 0))
        {
            return AuthErrors.BadRequestAsync(context, "Exactly one of ids and domains must be given.");
        }

        if (Array.Find(ids, static id => !Guid.TryParse(id, out _)) is { } invalid)
        {
            return AuthErrors.BadRequestAsync(context, $"'{invalid}' is not a UUID.");
        }

        var wanted = ids.Select(Guid.Parse).ToHashSet();
        var found = identities.Providers.Where(provider =>
            wanted.Contains(provider.Id) || provider.Domains.Intersect(domains, StringComparer.OrdinalIgnoreCase).Any());
        return ResourceKinds.IdentityProvider.Many(found)(context);
    }

    private static string[] Split(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
