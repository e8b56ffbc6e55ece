using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

public class GroupsClientTests
{
    [Fact]
    public async Task My_groups_are_those_with_an_active_membership()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var groups = await ClientOf(globus).GetMyGroupsAsync(cancellationToken: TestContext.Current.CancellationToken);

        groups.Select(static group => group.Name).ShouldBe(["Engine Builders", "\"Quoted\", Lab", "Compiler Authors"], ignoreOrder: true);
        groups.SelectMany(static group => group.MyMemberships!).ShouldAllBe(
            static membership => membership.Status == GroupMembershipStatus.Active && membership.Username == EmulatedGlobus.Ada);
    }

    [Fact]
    public async Task My_groups_may_be_asked_for_by_other_statuses()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var invited = await ClientOf(globus).GetMyGroupsAsync([GroupMembershipStatus.Invited], TestContext.Current.CancellationToken);
        var both = await ClientOf(globus).GetMyGroupsAsync([GroupMembershipStatus.Active, GroupMembershipStatus.Invited], TestContext.Current.CancellationToken);

        invited.ShouldHaveSingleItem().Id.ShouldBe(ServiceClients.InvitationPending);
        both.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_status_that_the_service_does_not_know_is_its_own_error()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var exception = await Should.ThrowAsync<GroupsApiException>(
            () => ClientOf(globus).GetMyGroupsAsync([new GroupMembershipStatus("new & odd")], TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        exception.ApiMessage!.ShouldContain("new & odd");
    }

    [Fact]
    public async Task A_group_comes_without_the_parts_that_nobody_asked_for()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var group = await ClientOf(globus).GetGroupAsync(ServiceClients.CompilerAuthors, cancellationToken: TestContext.Current.CancellationToken);

        group.Name.ShouldBe("Compiler Authors");
        group.GroupType.ShouldBe(GroupType.Regular);
        group.SessionLimit.ShouldBe(TimeSpan.FromHours(8));
        group.Policies!.GroupVisibility.ShouldBe(GroupVisibility.Authenticated);
        group.Policies.JoinRequests.ShouldBeNull();
        group.Memberships.ShouldBeNull();
        group.AllowedActions.ShouldBeNull();
        group.ChildIds.ShouldBeNull();
    }

    [Fact]
    public async Task A_group_comes_with_all_the_parts_asked_for()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var group = await ClientOf(globus).GetGroupAsync(
            ServiceClients.EngineBuilders,
            [GroupInclude.Memberships, GroupInclude.Policies, GroupInclude.AllowedActions, GroupInclude.ChildIds],
            TestContext.Current.CancellationToken);

        group.Memberships!.Select(static membership => membership.Role).ShouldBe([GroupRole.Admin, GroupRole.Member, GroupRole.Member], ignoreOrder: true);
        group.Policies!.JoinRequests.ShouldBe(false);
        group.Policies.AuthenticationAssuranceTimeout.ShouldBe(TimeSpan.FromSeconds(28_800));
        group.AllowedActions![MembershipAction.Add].ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(group.MyMemberships![0].IdentityId);
        group.ChildIds.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_a_404_with_its_code()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var exception = await Should.ThrowAsync<GroupsApiException>(
            () => ClientOf(globus).GetGroupAsync(new Guid("10000000-0000-4000-8000-0000000000ff"), cancellationToken: TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        exception.Code.ShouldBe("NOT_FOUND");
        exception.ApiMessage!.ShouldContain("not visible");
        exception.AuthorizationScheme.ShouldBe("bearer", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task A_private_group_is_seen_by_its_own_people_only()
    {
        await using var ada = await EmulatedGlobus.StartAsync();
        await using var grace = await ServiceClients.StartForGraceAsync();

        var seen = await ClientOf(grace).GetGroupAsync(ServiceClients.GracesOwn, cancellationToken: TestContext.Current.CancellationToken);
        var hidden = await Should.ThrowAsync<GroupsApiException>(
            () => ClientOf(ada).GetGroupAsync(ServiceClients.GracesOwn, cancellationToken: TestContext.Current.CancellationToken));

        seen.Name.ShouldBe("Grace's Own");
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a\\b")]
    public async Task An_id_that_would_change_the_route_is_refused(string id)
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => ClientOf(globus).GetGroupAsync(new GroupId(id), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_id_never_leaves_its_segment_of_the_path()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var handler = new ScriptedHandler(ScriptedHandler.Json("""{"id":"x"}"""));

        await globus.ProvideScripted(handler).GetRequiredService<GroupsClient>()
            .GetGroupAsync(new GroupId("a b?c#d%2Fü"), cancellationToken: TestContext.Current.CancellationToken);

        handler.Requests.Single().Uri.AbsoluteUri.ShouldBe("https://groups.api.globus.org/v2/groups/a%20b%3Fc%23d%252F%C3%BC");
    }

    [Fact]
    public async Task An_empty_id_is_refused()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => ClientOf(globus).GetGroupAsync(default, cancellationToken: TestContext.Current.CancellationToken));
    }

    private static GroupsClient ClientOf(EmulatedGlobus globus) => globus.Provide().GetRequiredService<GroupsClient>();
}
