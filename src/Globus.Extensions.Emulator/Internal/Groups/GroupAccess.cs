using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>
/// Lets calls through to the Groups service: 401 without a good token or with a login that is too old for the group, 403 without the scope
/// or the role, 404 where the group is hidden.
/// </summary>
internal sealed class GroupAccess(TokenStore tokens, IdentityDirectory identities, GroupStore groups, StateChanges changes, GlobusEmulatorOptions options)
{
    /// <summary>A route that <c>view_my_groups_and_memberships</c> opens, too.</summary>
    public RequestDelegate Read(Func<GroupCall, Task> handler) =>
        context => HandleAsync(context, static token => token.HasScope(ScopeNames.GroupsAll) || token.HasScope(ScopeNames.ViewMyGroups), handler);

    /// <summary>A route about a group that the caller may see; <c>view_my_groups_and_memberships</c> opens it, too.</summary>
    public RequestDelegate Read(Func<GroupCall, Group, Task> handler) => Read(call => VisibleAsync(call, handler));

    /// <summary>A route that only <c>all</c> opens.</summary>
    public RequestDelegate Write(Func<GroupCall, Task> handler) =>
        context => HandleAsync(context, static token => token.HasScope(ScopeNames.GroupsAll), handler);

    /// <summary>A route about a group that the caller may see, and that only <c>all</c> opens.</summary>
    public RequestDelegate Write(Func<GroupCall, Group, Task> handler) => Write(call => VisibleAsync(call, handler));

    /// <summary>A route that takes a JSON document, and that only <c>all</c> opens.</summary>
    public RequestDelegate Write(Func<GroupCall, JsonElement, Task> handler) => Write(call => WithBodyAsync(call, body => handler(call, body)));

    /// <summary>A route that takes a JSON document about a group that the caller may see, and that only <c>all</c> opens.</summary>
    public RequestDelegate Write(Func<GroupCall, Group, JsonElement, Task> handler) =>
        Write((call, group) => WithBodyAsync(call, body => handler(call, group, body)));

    /// <summary>A route that only an admin of the group may take.</summary>
    public static Func<GroupCall, Group, Task> Admin(Func<GroupCall, Group, Task> handler) => (call, group) =>
        IsAdmin(call, group) ? handler(call, group) : ForbidAsync(call);

    /// <summary>A route with a JSON document that only an admin of the group may take.</summary>
    public static Func<GroupCall, Group, JsonElement, Task> Admin(Func<GroupCall, Group, JsonElement, Task> handler) => (call, group, body) =>
        IsAdmin(call, group) ? handler(call, group, body) : ForbidAsync(call);

    private static bool IsAdmin(GroupCall call, Group group) => group.RoleOf(call.Caller.Id) == GroupRoles.Admin;

    private static Task ForbidAsync(GroupCall call) => GroupErrors.ForbiddenAsync(call.Context, "Only an admin of the group may do this.");

    private async Task WithBodyAsync(GroupCall call, Func<JsonElement, Task> handler)
    {
        using var document = await JsonBody.ReadAsync(call.Context).ConfigureAwait(false);
        if (document is null)
        {
            await GroupErrors.UnprocessableAsync(call.Context, "The body is not JSON.").ConfigureAwait(false);
            return;
        }

        try
        {
            await changes.Make(() => handler(document.RootElement)).ConfigureAwait(false);
        }
        catch (InvalidBodyException exception)
        {
            await GroupErrors.InvalidAsync(call.Context, exception.Entry).ConfigureAwait(false);
        }
    }

    // Who has no membership sees of a high assurance group what everybody sees, and needs no session for it.
    private Task VisibleAsync(GroupCall call, Func<GroupCall, Group, Task> handler) => groups.Find(call.GroupId) switch
    {
        { } group when group.IsVisibleTo(call.Caller.Id) =>
            call.SessionEnd(group) <= call.Now && group.RoleOf(call.Caller.Id) is not null
                ? GroupErrors.SessionRequiredAsync(call.Context, call.Caller.Id)
                : handler(call, group),
        _ => GroupErrors.NotFoundAsync(call.Context),
    };

    private Task HandleAsync(HttpContext context, Func<IssuedToken, bool> isSufficient, Func<GroupCall, Task> handler)
    {
        if (!tokens.TryAuthenticate(context, ResourceServers.Groups, out var token)
            || identities.Find(token.Grant.IdentityId) is not { } caller)
        {
            return GroupErrors.UnauthorizedAsync(context);
        }

        return isSufficient(token)
            ? handler(new GroupCall(context, caller, token.Grant.AuthenticatedAt, options.TimeProvider.GetUtcNow()))
            : GroupErrors.MissingScopeAsync(context, [.. token.Scopes.Select(static scope => scope.Name)]);
    }
}
