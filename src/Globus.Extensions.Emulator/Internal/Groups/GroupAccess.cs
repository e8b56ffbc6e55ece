using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Lets calls through to the Groups service: 401 without a good token, 403 without the scope.</summary>
internal sealed class GroupAccess(TokenStore tokens, IdentityDirectory identities)
{
    /// <summary>A route that <c>view_my_groups_and_memberships</c> opens, too.</summary>
    public RequestDelegate Read(Func<GroupCall, Task> handler) =>
        context => HandleAsync(context, static token => token.HasScope(ScopeNames.GroupsAll) || token.HasScope(ScopeNames.ViewMyGroups), handler);

    /// <summary>A route that only <c>all</c> opens.</summary>
    public RequestDelegate Write(Func<GroupCall, Task> handler) =>
        context => HandleAsync(context, static token => token.HasScope(ScopeNames.GroupsAll), handler);

    /// <summary>A route that takes a JSON document, and that only <c>all</c> opens.</summary>
    public RequestDelegate Write(Func<GroupCall, JsonElement, Task> handler) => Write(async call =>
    {
        using var document = await JsonBody.ReadAsync(call.Context).ConfigureAwait(false);
        await (document is null ? GroupErrors.UnprocessableAsync(call.Context, "The body is not JSON.") : handler(call, document.RootElement))
            .ConfigureAwait(false);
    });

    private Task HandleAsync(HttpContext context, Func<IssuedToken, bool> isSufficient, Func<GroupCall, Task> handler)
    {
        if (!tokens.TryAuthenticate(context, ResourceServers.Groups, out var token)
            || identities.Find(token.Grant.IdentityId) is not { } caller)
        {
            return GroupErrors.UnauthorizedAsync(context);
        }

        return isSufficient(token)
            ? handler(new GroupCall(context, caller))
            : GroupErrors.MissingScopeAsync(context, [.. token.Scopes.Select(static scope => scope.Name)]);
    }
}
