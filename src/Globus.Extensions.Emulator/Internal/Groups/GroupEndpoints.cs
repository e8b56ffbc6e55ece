using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The groups themselves: list, read, create, update, delete, policies.</summary>
internal sealed class GroupEndpoints(GroupAccess access, GroupStore groups, GroupPresenter presenter) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Groups + "/v2/groups";
        routes.MapGet(Root + "/my_groups", access.Read(ListMineAsync));
        routes.MapGet(Root + "/{id}", access.Read(GetAsync));
        routes.MapPost(Root, access.Write(CreateAsync));
        routes.MapPut(Root + "/{id}", access.Write(UpdateAsync));
        routes.MapDelete(Root + "/{id}", access.Write(DeleteAsync));
        routes.MapGet(Root + "/{id}/policies", access.Write(GetPoliciesAsync));
        routes.MapPut(Root + "/{id}/policies", access.Write(SetPoliciesAsync));
    }

    private static Task AnswerPoliciesAsync(GroupCall call, Group group) => JsonAnswer.WriteAsync(
        call.Context, StatusCodes.Status200OK, GroupPolicyDocument.Full(group.Policies), EmulatorJsonContext.Default.GroupPolicyDocument);

    private Task ListMineAsync(GroupCall call)
    {
        string[] statuses = call.QueryList("statuses") is { Length: > 0 } given ? given : [MembershipStatuses.Active];
        if (Array.Find(statuses, static status => !MembershipStatuses.IsKnown(status)) is { } unknown)
        {
            return GroupErrors.UnprocessableAsync(call.Context, $"The status '{unknown}' is not known.");
        }

        IReadOnlyList<GroupDocument> mine =
            [.. groups.FindByMember(call.Caller.Id, statuses).Select(group => presenter.Present(group, call.Caller.Id, []))];
        return JsonAnswer.WriteAsync(call.Context, StatusCodes.Status200OK, mine, EmulatorJsonContext.Default.IReadOnlyListGroupDocument);
    }

    private Task GetAsync(GroupCall call)
    {
        var includes = call.QueryList("include");
        if (!GroupPresenter.AreKnown(includes))
        {
            return GroupErrors.UnprocessableAsync(call.Context, "A value of include is not known.");
        }

        return FindVisible(call) is { } group ? AnswerAsync(call, group, includes) : GroupErrors.NotFoundAsync(call.Context);
    }

    private Task CreateAsync(GroupCall call, JsonElement body)
    {
        if (GroupChanges.Read(body) is not { HasName: true } changes)
        {
            return GroupErrors.UnprocessableAsync(call.Context, "A name is needed, and every member must have its type.");
        }

        if (changes.ParentId is { } parentId && groups.Find(parentId)?.RoleOf(call.Caller.Id) != GroupRoles.Admin)
        {
            return GroupErrors.ForbiddenAsync(call.Context, "Only an admin of the parent may make a subgroup.");
        }

        var creator = new Membership(call.Caller.Id, call.Caller.UserName, GroupRoles.Admin, MembershipStatuses.Active);
        var group = changes.Apply(new Group { Id = Guid.NewGuid(), Name = "", ParentId = changes.ParentId, Memberships = [creator] });
        groups.Add(group);
        return AnswerAsync(call, group, [], StatusCodes.Status201Created);
    }

    private Task UpdateAsync(GroupCall call, JsonElement body) => AsAdminAsync(call, group =>
        GroupChanges.Read(body) is not { } changes ? GroupErrors.UnprocessableAsync(call.Context, "A member has the wrong type.")
        : groups.Update(group.Id, changes.Apply) is { } changed ? AnswerAsync(call, changed, [])
        : GroupErrors.NotFoundAsync(call.Context));

    private Task DeleteAsync(GroupCall call) => AsAdminAsync(call, group =>
        groups.Remove(group.Id) ? AnswerAsync(call, group, []) : GroupErrors.NotFoundAsync(call.Context));

    private Task GetPoliciesAsync(GroupCall call) =>
        FindVisible(call) is { } group ? AnswerPoliciesAsync(call, group) : GroupErrors.NotFoundAsync(call.Context);

    private Task SetPoliciesAsync(GroupCall call, JsonElement body) => AsAdminAsync(call, group =>
        GroupPolicyDocument.Read(body) is not { } policies ? GroupErrors.UnprocessableAsync(call.Context, "A policy has an unknown value.")
        : groups.Update(group.Id, present => present with { Policies = policies }) is { } changed ? AnswerPoliciesAsync(call, changed)
        : GroupErrors.NotFoundAsync(call.Context));

    private Task AsAdminAsync(GroupCall call, Func<Group, Task> handler) => FindVisible(call) switch
    {
        null => GroupErrors.NotFoundAsync(call.Context),
        { } group when group.RoleOf(call.Caller.Id) != GroupRoles.Admin =>
            GroupErrors.ForbiddenAsync(call.Context, "Only an admin of the group may do this."),
        { } group => handler(group),
    };

    private Group? FindVisible(GroupCall call) => groups.Find(call.GroupId) is { } group && group.IsVisibleTo(call.Caller.Id) ? group : null;

    private Task AnswerAsync(GroupCall call, Group group, string[] includes, int statusCode = StatusCodes.Status200OK) =>
        JsonAnswer.WriteAsync(
            call.Context, statusCode, presenter.Present(group, call.Caller.Id, includes), EmulatorJsonContext.Default.GroupDocument);
}
