using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>
/// <c>GET /v2/api/identities</c>: by ids or by user names, in the order asked for; the unknown are left out. And one by its id.
/// </summary>
internal sealed class IdentitiesEndpoint(IdentityAccess access, IdentityDirectory identities) : IEndpoints
{
    private const int MaxCount = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Auth + "/v2/api/identities", access.Route(AnswerAsync));
        routes.MapGet(EmulatorPaths.Auth + "/v2/api/identities/{id}", access.Route(AnswerOneAsync));
    }

    private Task AnswerOneAsync(HttpContext context)
    {
        var answer = Guid.TryParse((string?)context.Request.RouteValues["id"], out var id) && identities.Find(id) is { } identity
            ? ResourceKinds.Identity.One(IdentityDocument.From(identity))
            : ResourceKinds.Identity.NotFound();
        return answer(context);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var ids = Split(context.Request.Query["ids"]);
        var userNames = Split(context.Request.Query["usernames"]);
        if (ids.Length == 0 == (userNames.Length == 0))
        {
            return AuthErrors.BadRequestAsync(context, "Exactly one of ids and usernames must be given.");
        }

        if (ids.Length + userNames.Length > MaxCount)
        {
            return AuthErrors.BadRequestAsync(context, $"At most {MaxCount} identities can be asked for at once.");
        }

        if (Array.Find(ids, static id => !Guid.TryParse(id, out _)) is { } invalid)
        {
            return AuthErrors.BadRequestAsync(context, $"'{invalid}' is not a UUID.");
        }

        var provision = string.Equals(context.Request.Query["provision"], "true", StringComparison.OrdinalIgnoreCase);
        var found = ids.Select(id => identities.Find(Guid.Parse(id)))
            .Concat(userNames.Select(name => provision ? identities.Provision(name) : identities.Find(name)));
        return ResourceKinds.Identity.Many(found.OfType<Identity>().Distinct().Select(IdentityDocument.From))(context);
    }

    private static string[] Split(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
