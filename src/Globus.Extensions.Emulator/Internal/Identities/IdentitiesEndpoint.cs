using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary><c>GET /v2/api/identities</c>: by ids or by user names, in the order asked for; the unknown are left out.</summary>
internal sealed class IdentitiesEndpoint(TokenStore tokens, ClientAuthenticator clients, IdentityDirectory identities) : IEndpoints
{
    private const int MaxCount = 100;

    private static readonly string[] SufficientScopes =
        [ScopeNames.OpenId, ScopeNames.ViewIdentities, ScopeNames.ViewIdentitySet, ScopeNames.ManageProjects];

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(EmulatorPaths.Auth + "/v2/api/identities", HandleAsync);

    private Task HandleAsync(HttpContext context)
    {
        // Confidential clients may also come as themselves.
        if (!clients.TryAuthenticateConfidential(context.Request, out _))
        {
            if (!tokens.TryAuthenticate(context, ResourceServers.Auth, out var token))
            {
                return AuthErrors.UnauthorizedAsync(context);
            }

            if (!SufficientScopes.Any(token.HasScope))
            {
                return AuthErrors.ForbiddenAsync(context, "The scope view_identities or openid is needed.");
            }
        }

        return AnswerAsync(context);
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
        return JsonAnswer.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new IdentityList([.. found.OfType<Identity>().Distinct().Select(IdentityDocument.From)]),
            EmulatorJsonContext.Default.IdentityList);
    }

    private static string[] Split(string? value) =>
        (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
