using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services.Groups;

public sealed class MembershipRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_is_done_and_reports_each_identity()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();

        var result = await globus.Person.Memberships.ActAsync(
            group.Id,
            new MembershipActions().Add(globus.RobotId, GroupRole.Manager, "knows the way").Invite(globus.OtherId, emailAddress: "grace@example.com").Leave(globus.PersonId),
            Cancellation);

        result.Add.ShouldHaveSingleItem().StatusReason.ShouldBe("knows the way");
        result.Add![0].Role.ShouldBe(GroupRole.Manager);
        result.Invite.ShouldHaveSingleItem().InviteEmailAddress.ShouldBe("grace@example.com");
        result.Invite![0].InviteTime.ShouldNotBeNull();
        result.HasErrors.ShouldBeTrue();
        result.GetErrors(MembershipAction.Leave).ShouldHaveSingleItem().Code.ShouldBe("LAST_ADMIN");
        result.GetErrors(MembershipAction.Add).ShouldBeEmpty();
        var exception = Should.Throw<MembershipActionException>(result.EnsureSuccess);
        exception.Message.ShouldStartWith($"Globus Groups did not do 1 of 3 membership actions: leave {globus.PersonId} (LAST_ADMIN): ");
        exception.Failures.ShouldHaveSingleItem().IdentityId.ShouldBe(globus.PersonId);
    }

    [Fact]
    public async Task Somebody_is_added_promoted_and_removed()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();
        var memberships = globus.Person.Memberships;

        (await memberships.AddAsync(group.Id, globus.RobotId, cancellationToken: Cancellation)).Role.ShouldBe(GroupRole.Member);
        (await memberships.ChangeRoleAsync(group.Id, globus.RobotId, GroupRole.Admin, Cancellation)).Role.ShouldBe(GroupRole.Admin);
        (await memberships.RemoveAsync(group.Id, globus.RobotId, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Removed);
    }

    [Fact]
    public async Task An_invitation_is_declined_and_the_next_accepted_and_left()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();

        (await globus.Person.Memberships.InviteAsync(group.Id, globus.RobotId, GroupRole.Manager, cancellationToken: Cancellation)).Status.ShouldBe(GroupMembershipStatus.Invited);
        (await globus.Robot.Memberships.DeclineInvitationAsync(group.Id, globus.RobotId, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Declined);
        await globus.Person.Memberships.InviteAsync(group.Id, globus.RobotId, GroupRole.Manager, cancellationToken: Cancellation);
        (await globus.Robot.Memberships.AcceptInvitationAsync(group.Id, globus.RobotId, Cancellation)).Role.ShouldBe(GroupRole.Manager);
        (await globus.Robot.Memberships.LeaveAsync(group.Id, globus.RobotId, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Left);
    }

    [Fact]
    public async Task A_request_to_join_is_refused_and_the_next_granted()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateOpenGroupAsync();

        (await globus.Robot.Memberships.RequestJoinAsync(group.Id, globus.RobotId, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Pending);
        (await globus.Person.Memberships.RejectAsync(group.Id, globus.RobotId, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Rejected);
        await globus.Robot.Memberships.RequestJoinAsync(group.Id, globus.RobotId, Cancellation);
        (await globus.Person.Memberships.ApproveAsync(group.Id, globus.RobotId, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Active);
    }

    [Fact]
    public async Task Somebody_joins_a_group_that_lets_them()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateOpenGroupAsync();

        (await globus.Robot.Memberships.JoinAsync(group.Id, globus.RobotId, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Active);
    }

    [Fact]
    public async Task What_is_not_done_to_one_identity_is_an_exception_with_the_reason()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();

        var exception = await Should.ThrowAsync<MembershipActionException>(() => globus.Person.Memberships.ApproveAsync(group.Id, globus.RobotId, Cancellation));

        exception.Failures.ShouldHaveSingleItem().Code.ShouldBe("NO_MEMBERSHIP");
    }

    [Fact]
    public async Task A_batch_with_an_action_that_is_not_allowed_fails_as_a_whole()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateOpenGroupAsync();

        var exception = await Should.ThrowAsync<GroupsApiException>(() => globus.Robot.Memberships.ActAsync(
            group.Id, new MembershipActions().Join(globus.RobotId).Add(globus.OtherId), Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await globus.Robot.GetGroupAsync(group.Id, cancellationToken: Cancellation)).MyMemberships.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_tell_of_themselves()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();
        var told = new Dictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>>
        {
            [globus.PersonId] = new Dictionary<GroupSignupField, string?> { [GroupSignupField.Institution] = "Analytical Engines", [GroupSignupField.Phone] = null },
        };

        var set = await globus.Person.Memberships.SetFieldsAsync(group.Id, told, Cancellation);
        var read = await globus.Person.Memberships.GetFieldsAsync(group.Id, Cancellation);
        var shown = await globus.Person.GetGroupAsync(group.Id, cancellationToken: Cancellation);

        set[globus.PersonId].ShouldBe(told[globus.PersonId], ignoreOrder: true);
        read[globus.PersonId].ShouldBe(told[globus.PersonId], ignoreOrder: true);
        shown.MyMemberships![0].MembershipFields![GroupSignupField.Institution].GetString().ShouldBe("Analytical Engines");
    }

    [Fact]
    public async Task Nobody_tells_for_others()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();
        var told = new Dictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>> { [globus.OtherId] = new Dictionary<GroupSignupField, string?>() };

        (await Should.ThrowAsync<GroupsApiException>(() => globus.Person.Memberships.SetFieldsAsync(group.Id, told, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
