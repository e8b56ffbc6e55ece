using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services.Groups;

public sealed class GroupPolicyRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static GroupPolicySettings Settings => new()
    {
        IsHighAssurance = false,
        GroupVisibility = GroupVisibility.Authenticated,
        GroupMembersVisibility = GroupMembersVisibility.Members,
        JoinRequests = true,
        SignupFields = [GroupSignupField.Institution, GroupSignupField.FieldOfScience],
    };

    [Fact]
    public async Task Policies_are_replaced_and_read()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.CreateGroupAsync();

        var set = await globus.Person.Policies.SetAsync(group.Id, Settings with { AuthenticationAssuranceTimeout = TimeSpan.FromMinutes(30) }, Cancellation);
        var read = await globus.Person.Policies.GetAsync(group.Id, Cancellation);

        set.AuthenticationAssuranceTimeout.ShouldBe(TimeSpan.FromMinutes(30));
        read.GroupVisibility.ShouldBe(GroupVisibility.Authenticated);
        read.GroupMembersVisibility.ShouldBe(GroupMembersVisibility.Members);
        read.JoinRequests.ShouldBe(true);
        read.SignupFields.ShouldBe([GroupSignupField.Institution, GroupSignupField.FieldOfScience]);
    }

    [Fact]
    public async Task One_policy_is_changed_and_the_others_stay()
    {
        await using var globus = await EmulatedGroups.StartAsync();
        var group = await globus.Person.CreateGroupAsync(
            new GroupCreation { Name = "Open", Policies = Settings with { AuthenticationAssuranceTimeout = null } }, Cancellation);

        var changed = await globus.Person.Policies.UpdateAsync(group.Id, new GroupPolicyUpdate { JoinRequests = false }, Cancellation);
        var withTimeout = await globus.Person.Policies.UpdateAsync(group.Id, new GroupPolicyUpdate { AuthenticationAssuranceTimeout = TimeSpan.Zero }, Cancellation);
        var without = await globus.Person.Policies.UpdateAsync(group.Id, new GroupPolicyUpdate { AuthenticationAssuranceTimeout = null, SignupFields = [] }, Cancellation);

        changed.JoinRequests.ShouldBe(false);
        changed.GroupVisibility.ShouldBe(GroupVisibility.Authenticated);
        changed.AuthenticationAssuranceTimeout.ShouldBeNull("null was read, and written back as null: left out, it would have become the default.");
        withTimeout.AuthenticationAssuranceTimeout.ShouldBe(TimeSpan.Zero);
        withTimeout.SignupFields!.Count.ShouldBe(2);
        without.AuthenticationAssuranceTimeout.ShouldBeNull();
        without.SignupFields.ShouldBe([]);
    }

    [Fact]
    public async Task A_member_cannot_change_policies()
    {
        await using var globus = await EmulatedGroups.StartAsync();

        var exception = await Should.ThrowAsync<GroupsApiException>(() => globus.Robot.Policies.SetAsync(EmulatedGroups.EngineBuilders, Settings, Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        exception.Code.ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task A_value_that_the_service_does_not_know_is_its_own_error()
    {
        await using var globus = await EmulatedGroups.StartAsync();

        var exception = await Should.ThrowAsync<GroupsApiException>(() =>
            globus.Person.Policies.SetAsync(EmulatedGroups.EngineBuilders, Settings with { GroupVisibility = new GroupVisibility("loud") }, Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        exception.RawBody.ShouldContain("group_visibility");
    }
}
