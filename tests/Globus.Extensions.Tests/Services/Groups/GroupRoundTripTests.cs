using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services.Groups;

public sealed class GroupRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_is_created_read_changed_and_deleted()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var groups = globus.Person;

        var created = await groups.CreateGroupAsync(
            new GroupCreation { Name = "Readers", Description = "We read.", TermsAndConditions = "Be quiet.", ParentId = null }, Cancellation);
        created.Name.ShouldBe("Readers");
        created.TermsAndConditions.ShouldBe("Be quiet.");
        created.MyMemberships.ShouldHaveSingleItem().Role.ShouldBe(GroupRole.Admin);

        (await groups.GetGroupAsync(created.Id, [GroupInclude.Policies], Cancellation)).Policies!.JoinRequests.ShouldBe(false);
        (await groups.GetMyGroupsAsync(cancellationToken: Cancellation)).ShouldContain(group => group.Id == created.Id);

        var changed = await groups.UpdateGroupAsync(created.Id, new GroupUpdate { Description = null }, Cancellation);
        changed.Name.ShouldBe("Readers");
        changed.Description.ShouldBeNull();
        changed.TermsAndConditions.ShouldBe("Be quiet.");

        (await groups.DeleteGroupAsync(created.Id, Cancellation))!.Id.ShouldBe(created.Id);
        (await Should.ThrowAsync<GroupsApiException>(() => groups.GetGroupAsync(created.Id, cancellationToken: Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Subgroups_are_listed_and_make_their_members_members_of_the_parent()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var parent = await globus.CreateGroupAsync("Parent");
        var child = await globus.Person.CreateGroupAsync(new GroupCreation { Name = "Child", ParentId = parent.Id }, Cancellation);
        await globus.Person.Memberships.AddAsync(child.Id, globus.RobotId, cancellationToken: Cancellation);

        child.ParentId.ShouldBe(parent.Id);
        (await globus.Person.GetChildrenAsync(parent.Id, [GroupInclude.Memberships], Cancellation)).ShouldHaveSingleItem().Memberships!.Count.ShouldBe(2);
        (await globus.Person.GetGroupAsync(parent.Id, [GroupInclude.ChildIds], Cancellation)).ChildIds.ShouldBe([child.Id]);
        var implied = (await globus.Robot.GetGroupAsync(parent.Id, cancellationToken: Cancellation)).MyMemberships.ShouldHaveSingleItem();
        implied.SourceGroupId.ShouldBe(child.Id);
        implied.Role.ShouldBe(GroupRole.Member);
    }

    [Fact]
    public async Task Memberships_are_counted_by_their_status()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();
        await globus.Person.Memberships.InviteAsync(group.Id, globus.OtherId, cancellationToken: Cancellation);

        var counts = await globus.Person.GetStatusCountsAsync(Cancellation);

        counts[group.Id][GroupMembershipStatus.Active].ShouldBe(1);
        counts[group.Id][GroupMembershipStatus.Invited].ShouldBe(1);
        counts[group.Id][GroupMembershipStatus.Left].ShouldBe(0);
        counts.Keys.ShouldNotContain(EmulatedGroups.CompilerAuthors, "Ada is an ordinary member there.");
    }

    [Fact]
    public async Task The_group_of_a_subscription_is_found_by_anybody()
    {
        await using var globus = await EmulatedGroups.StartAsync();

        var found = await globus.Person.GetGroupBySubscriptionIdAsync(EmulatedGroups.Subscription, Cancellation);
        var unknown = await Should.ThrowAsync<GroupsApiException>(() => globus.Person.GetGroupBySubscriptionIdAsync(Guid.NewGuid(), Cancellation));

        found.GroupId.ShouldBe(EmulatedGroups.Subscribers);
        found.SubscriptionId.ShouldBe(EmulatedGroups.Subscription);
        found.SubscriptionInfo!.Connectors.ShouldHaveSingleItem().Value.IsHa.ShouldBe(true);
        found.SubscriptionInfo.Name.ShouldBeNull();
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Members_of_the_group_of_a_subscription_see_its_names()
    {
        await using var globus = await EmulatedGroups.StartForGraceAsync();

        var group = await globus.Person.GetGroupAsync(EmulatedGroups.Subscribers, cancellationToken: Cancellation);

        group.GroupType.ShouldBe(GroupType.Plus);
        group.SubscriptionId.ShouldBe(EmulatedGroups.Subscription);
        group.SubscriptionInfo!.SubscriberName.ShouldBe("Emulator Institute");
    }

    [Fact]
    public async Task An_administrator_of_a_subscription_vouches_for_a_group_and_its_admin_takes_the_mark_away()
    {
        await using var globus = await EmulatedGroups.StartForGraceAsync();
        var group = await globus.Robot.CreateGroupAsync(new GroupCreation { Name = "Verified" }, Cancellation);

        var verified = await globus.Person.SetSubscriptionAdminVerifiedAsync(group.Id, EmulatedGroups.Subscription, Cancellation);
        verified.GroupId.ShouldBe(group.Id);
        verified.SubscriptionAdminVerifiedId.ShouldBe(EmulatedGroups.Subscription);

        var byOther = await Should.ThrowAsync<GroupsApiException>(() => globus.Robot.SetSubscriptionAdminVerifiedAsync(group.Id, null, Cancellation));
        byOther.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await globus.Robot.GetGroupAsync(group.Id, cancellationToken: Cancellation)).SubscriptionAdminVerifiedId.ShouldBe(EmulatedGroups.Subscription);

        (await globus.Robot.UpdateGroupAsync(group.Id, new GroupUpdate { SubscriptionAdminVerifiedId = null }, Cancellation)).SubscriptionAdminVerifiedId.ShouldBeNull();
        await globus.Person.SetSubscriptionAdminVerifiedAsync(group.Id, EmulatedGroups.Subscription, Cancellation);
        (await globus.Person.SetSubscriptionAdminVerifiedAsync(group.Id, null, Cancellation)).SubscriptionAdminVerifiedId.ShouldBeNull();
    }

    [Fact]
    public async Task A_session_that_is_too_old_for_a_group_is_told_with_the_remedy()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();
        await globus.Person.Policies.UpdateAsync(
            group.Id, new GroupPolicyUpdate { IsHighAssurance = true, AuthenticationAssuranceTimeout = TimeSpan.FromMinutes(10) }, Cancellation);
        var fresh = await globus.Person.GetGroupAsync(group.Id, cancellationToken: Cancellation);

        // From now on no login is recent enough.
        await globus.Person.Policies.UpdateAsync(group.Id, new GroupPolicyUpdate { AuthenticationAssuranceTimeout = TimeSpan.Zero }, Cancellation);
        var exception = await Should.ThrowAsync<GroupsApiException>(() => globus.Person.GetGroupAsync(group.Id, cancellationToken: Cancellation));

        fresh.EnforceSession.ShouldBe(true);
        fresh.SessionTimeouts![globus.PersonId].ExpiresIn!.Value.ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
        exception.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        exception.AuthorizationRequirements!.AuthorizationParameters.SessionRequiredIdentities.ShouldBe([globus.PersonId.Value]);
    }
}
