using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The groups themselves: list, read, create, update, delete.</summary>
internal sealed class GroupEndpoints(GroupAccess access, GroupStore groups, GroupPresenter presenter, SubscriptionAdministration subscriptions) : IEndpoints
{
    /// <summary>Who is an active member of more groups than this makes no new one.</summary>
    private const int MostMembershipsOfCreator = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Groups + "/v2/groups";
        routes.MapGet(Root + "/my_groups", access.Read(ListMineAsync));
        routes.MapGet(Root + "/statuses", access.Write(CountStatusesAsync));
        routes.MapGet(Root + "/{id}", access.Read(GetAsync));
        routes.MapGet(Root + "/{id}/children", access.Read(ListChildrenAsync));
        routes.MapPost(Root, access.Write(CreateAsync));
        routes.MapPut(Root + "/{id}", access.Write(GroupAccess.Admin(UpdateAsync)));
        routes.MapDelete(Root + "/{id}", access.Write(GroupAccess.Admin(DeleteAsync)));
    }

    private Task ListMineAsync(GroupCall call)
    {
        string[] statuses = call.QueryList("statuses") is { Length: > 0 } given ? given : [MembershipStatuses.Active];
        if (Array.Find(statuses, static status => !MembershipStatuses.IsKnown(status)) is { } unknown)
        {
            return GroupErrors.UnprocessableAsync(call.Context, $"The status '{unknown}' is not known.");
        }

        IReadOnlyList<GroupDocument> mine = [.. groups.FindByMember(call.Caller.Id, statuses).Select(group => presenter.Present(call, group, []))];
        return JsonAnswer.WriteAsync(call.Context, StatusCodes.Status200OK, mine, EmulatorJsonContext.Default.IReadOnlyListGroupDocument);
    }

    private Task CountStatusesAsync(GroupCall call)
    {
        var counts = groups.FindAll(group => group.IsManagedBy(call.Caller.Id)).ToDictionary(
            static group => group.Id,
            static group => MembershipStatuses.All.ToDictionary(
                static status => status, status => group.Memberships.Count(membership => membership.Status == status && membership.SourceGroupId is null)));
        return JsonAnswer.WriteAsync(call.Context, StatusCodes.Status200OK, counts, EmulatorJsonContext.Default.DictionaryGuidDictionaryStringInt32);
    }

    private Task GetAsync(GroupCall call, Group group) =>
        WithIncludesAsync(call, includes => AnswerAsync(call, group, includes));

    private Task ListChildrenAsync(GroupCall call, Group group) => WithIncludesAsync(call, includes =>
    {
        var children = groups.FindChildren(group.Id).Where(child => child.IsVisibleTo(call.Caller.Id)).Select(child => presenter.Present(call, child, includes));
        return JsonAnswer.WriteAsync(
            call.Context, StatusCodes.Status200OK, new GroupChildrenDocument([.. children]), EmulatorJsonContext.Default.GroupChildrenDocument);
    });

    private Task CreateAsync(GroupCall call, JsonElement body)
    {
        var made = GroupChanges.ReadNew(body);
        if (made.ParentId is { } parent && groups.Find(parent)?.RoleOf(call.Caller.Id) != GroupRoles.Admin)
        {
            return GroupErrors.ForbiddenAsync(call.Context, "Only an admin of the parent may make a subgroup.");
        }

        if (groups.FindByMember(call.Caller.Id, [MembershipStatuses.Active]).Count > MostMembershipsOfCreator)
        {
            return GroupErrors.ForbiddenAsync(call.Context, $"Nobody with more than {MostMembershipsOfCreator} active memberships can make a group.");
        }

        var group = made.With(new Membership(call.Caller.Id, call.Caller.UserName, GroupRoles.Admin, MembershipStatuses.Active));
        groups.Add(group);
        return AnswerAsync(call, group, [], StatusCodes.Status201Created);
    }

    private Task UpdateAsync(GroupCall call, Group group, JsonElement body)
    {
        var changes = GroupChanges.Read(body);
        if (changes.Verifies(group) && !subscriptions.MayVerify(call.Caller.Id, group, changes.VerifiedBy))
        {
            return GroupErrors.ForbiddenAsync(call.Context, "Only an admin of the subscription's group may do this.");
        }

        return groups.Update(group.Id, changes.Apply) is { } changed ? AnswerAsync(call, changed, []) : GroupErrors.NotFoundAsync(call.Context);
    }

    private Task DeleteAsync(GroupCall call, Group group) =>
        groups.TryRemove(group.Id) ? AnswerAsync(call, group, [])
        : groups.Find(group.Id) is null ? GroupErrors.NotFoundAsync(call.Context)
        : GroupErrors.BadRequestAsync(call.Context, "The group has subgroups: delete them first.");

    private static Task WithIncludesAsync(GroupCall call, Func<string[], Task> handler)
    {
        var includes = call.QueryList("include");
        return GroupPresenter.AreKnown(includes) ? handler(includes) : GroupErrors.UnprocessableAsync(call.Context, "A value of include is not known.");
    }

    private Task AnswerAsync(GroupCall call, Group group, string[] includes, int statusCode = StatusCodes.Status200OK) =>
        JsonAnswer.WriteAsync(call.Context, statusCode, presenter.Present(call, group, includes), EmulatorJsonContext.Default.GroupDocument);
}
