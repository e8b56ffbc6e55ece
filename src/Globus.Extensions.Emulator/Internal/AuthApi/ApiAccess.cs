using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>
/// Lets calls through to projects and what is in them: 401 without a good token, 403 without the scope. Calls take turns, so that
/// each sees everything as the one before has left it: no client appears in a project that is just being deleted.
/// </summary>
internal sealed class ApiAccess(TokenStore tokens, StateChanges changes)
{
    private readonly Lock _gate = new();

    /// <summary>A route that <c>manage_projects</c> opens, and besides any scope of <paramref name="alsoBy"/>.</summary>
    public RequestDelegate Route(Func<ApiCall, RequestDelegate> handler, params string[] alsoBy) => context =>
    {
        if (!tokens.TryAuthenticate(context, ResourceServers.Auth, out var token))
        {
            return AuthErrors.UnauthorizedAsync(context);
        }

        return token.HasScope(ScopeNames.ManageProjects) || alsoBy.Any(token.HasScope)
            ? Take(() => handler(new ApiCall(context, token.Grant.IdentityId)))(context)
            : AuthErrors.ForbiddenAsync(context, $"The scope {string.Join(" or ", [ScopeNames.ManageProjects, .. alsoBy])} is needed.");
    };

    /// <summary>A route that takes a JSON body with one wrapper key.</summary>
    public RequestDelegate Route(string wrapper, Func<ApiCall, Fields, RequestDelegate> handler) => context =>
    {
        if (!tokens.TryAuthenticate(context, ResourceServers.Auth, out var token))
        {
            return AuthErrors.UnauthorizedAsync(context);
        }

        return token.HasScope(ScopeNames.ManageProjects)
            ? TakeBodyAsync(context, wrapper, fields => handler(new ApiCall(context, token.Grant.IdentityId), fields))
            : AuthErrors.ForbiddenAsync(context, $"The scope {ScopeNames.ManageProjects} is needed.");
    };

    /// <summary>Reads the body and handles it in its turn; who calls has been found out before.</summary>
    public async Task TakeBodyAsync(HttpContext context, string wrapper, Func<Fields, RequestDelegate> handler)
    {
        using var document = await JsonBody.ReadAsync(context).ConfigureAwait(false);
        var answer = document is null ? ApiAnswers.BadRequest("The body is not a JSON document in Unicode.")
            : document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(wrapper, out var inner)
                && inner.ValueKind == JsonValueKind.Object ? Take(() => handler(new Fields(inner, wrapper)))
            : ApiAnswers.BadRequest($"The body must be an object with the object {wrapper} in it.");
        await answer(context).ConfigureAwait(false);
    }

    private RequestDelegate Take(Func<RequestDelegate> handler)
    {
        lock (_gate)
        {
            return changes.Make(handler);
        }
    }
}
