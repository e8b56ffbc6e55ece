using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Services.Groups;

/// <summary>What is refused before anything is sent, and what the pipeline may do with a request.</summary>
public sealed class GroupsOperationRulesTests
{
    private const string Group = """{"id":"g"}""";

    private static readonly Guid Id = new("10000000-0000-4000-8000-000000000001");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<GroupsClient, Task>, string> Refused => new()
    {
        { "a status is empty", static groups => groups.GetMyGroupsAsync([default], Cancellation), "not empty" },
        { "a part would become two", static groups => groups.GetGroupAsync(Id, [new GroupInclude("policies,memberships")], Cancellation), "'policies,memberships'" },
        { "an id is empty", static groups => groups.DeleteGroupAsync(default, Cancellation), "id" },
        { "an id leads elsewhere", static groups => groups.GetChildrenAsync(new GroupId(".."), cancellationToken: Cancellation), "another route" },
        { "a subscription leads elsewhere", static groups => groups.GetGroupBySubscriptionIdAsync(new SubscriptionId("a/b"), Cancellation), "another route" },
        { "a subscription is empty", static groups => groups.SetSubscriptionAdminVerifiedAsync(Id, default(SubscriptionId), Cancellation), "Use null" },
        { "a group has no name", static groups => groups.CreateGroupAsync(new GroupCreation { Name = " " }, Cancellation), "blank" },
        { "a new name is blank", static groups => groups.UpdateGroupAsync(Id, new GroupUpdate { Name = "" }, Cancellation), "blank" },
        { "a visibility is empty", static groups => groups.Policies.SetAsync(Id, Policies with { GroupVisibility = default }, Cancellation), "visibilities" },
        { "a visibility of a new group is empty", static groups => groups.CreateGroupAsync(new GroupCreation { Name = "g", Policies = Policies with { GroupMembersVisibility = default } }, Cancellation), "visibilities" },
        { "a timeout is negative", static groups => groups.Policies.SetAsync(Id, Policies with { AuthenticationAssuranceTimeout = TimeSpan.FromSeconds(-1) }, Cancellation), "0 at least" },
        { "a timeout has half a second", static groups => groups.Policies.UpdateAsync(Id, new GroupPolicyUpdate { AuthenticationAssuranceTimeout = TimeSpan.FromSeconds(1.5) }, Cancellation), "whole seconds" },
        { "a batch is empty", static groups => groups.Memberships.ActAsync(Id, new MembershipActions().Add([]), Cancellation), "empty" },
        { "an identity occurs twice", static groups => groups.Memberships.ActAsync(Id, new MembershipActions().Add(Id).Remove(Id), Cancellation), "in the batch already" },
        { "an identity is a user name", static groups => groups.Memberships.AddAsync(Id, new IdentityId("ada@example.org"), cancellationToken: Cancellation), "'ada@example.org' is no id" },
        { "a role is empty", static groups => groups.Memberships.ChangeRoleAsync(Id, Id, default, Cancellation), "role" },
        { "nobody prefers anything", static groups => groups.Preferences.SetAsync(new Dictionary<IdentityId, GroupPreferences>(), Cancellation), "at least one" },
        { "nobody in particular prefers something", static groups => groups.Preferences.SetAsync(default, new GroupPreferences(), Cancellation), "no id" },
        { "nobody tells anything", static groups => groups.Memberships.SetFieldsAsync(Id, new Dictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>>(), Cancellation), "at least one" },
    };

    private static GroupPolicySettings Policies => new()
    {
        IsHighAssurance = false,
        GroupVisibility = GroupVisibility.Private,
        GroupMembersVisibility = GroupMembersVisibility.Managers,
        JoinRequests = false,
        SignupFields = [],
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_the_service_would_refuse_or_misread(string what, Func<GroupsClient, Task> call, string message)
    {
        using var groups = new ScriptedGroups();

        var exception = await Should.ThrowAsync<ArgumentException>(() => call(groups.Client), what);

        exception.Message.ShouldContain(message);
        groups.Handler.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Not_set_null_and_a_value_are_three_things()
    {
        (await BodyAsync(groups => groups.UpdateGroupAsync(Id, new GroupUpdate { Description = null, TermsAndConditions = "t", SubscriptionAdminVerifiedId = null }, Cancellation)))
            .ShouldBe("""{"description":null,"terms_and_conditions":"t","subscription_admin_verified_id":null}""");
        (await BodyAsync(groups => groups.UpdateGroupAsync(Id, new GroupUpdate(), Cancellation))).ShouldBe("{}");
        (await BodyAsync(groups => groups.CreateGroupAsync(new GroupCreation { Name = "n", ParentId = null }, Cancellation))).ShouldBe("""{"name":"n","parent_id":null}""");
    }

    [Fact]
    public async Task Policies_that_are_changed_keep_what_nobody_here_knows()
    {
        using var groups = new ScriptedGroups(
            ScriptedHandler.Json("""{"join_requests":false,"authentication_assurance_timeout":null,"subgroups_by":"admins","signup_fields":["city"]}"""),
            ScriptedHandler.Json("""{"join_requests":true}"""));

        await groups.Client.Policies.UpdateAsync(Id, new GroupPolicyUpdate { JoinRequests = true }, Cancellation);

        groups.Handler.Requests[1].Method.ShouldBe(HttpMethod.Put);
        System.Text.Json.Nodes.JsonNode.DeepEquals(
            System.Text.Json.Nodes.JsonNode.Parse(groups.Handler.Requests[1].Body),
            System.Text.Json.Nodes.JsonNode.Parse("""{"join_requests":true,"authentication_assurance_timeout":null,"subgroups_by":"admins","signup_fields":["city"]}"""))
            .ShouldBeTrue(groups.Handler.Requests[1].Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task What_may_have_worked_is_not_done_again(HttpStatusCode status)
    {
        foreach (var call in (Func<GroupsClient, Task>[])
            [static groups => groups.CreateGroupAsync(new GroupCreation { Name = "g" }, Cancellation), static groups => groups.Memberships.AddAsync(Id, Id, cancellationToken: Cancellation)])
        {
            using var groups = new ScriptedGroups(ScriptedHandler.Status(status), ScriptedHandler.Json(Group));

            await Should.ThrowAsync<GroupsApiException>(() => call(groups.Client));

            groups.Handler.Requests.Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task What_is_busy_is_asked_again_with_the_same_batch()
    {
        using var groups = new ScriptedGroups(
            ScriptedHandler.Status(HttpStatusCode.TooManyRequests), ScriptedHandler.Json($$"""{"remove":[{"identity_id":"{{Id}}","status":"removed"}]}"""));

        (await groups.Client.Memberships.RemoveAsync(Id, Id, Cancellation)).Status.ShouldBe(GroupMembershipStatus.Removed);

        groups.Handler.Requests.Select(static request => request.Body).ShouldBe(Enumerable.Repeat($$"""{"remove":[{"identity_id":"{{Id}}"}]}""", 2));
    }

    [Fact]
    public async Task Setting_is_tried_again_and_what_an_earlier_attempt_deleted_is_deleted()
    {
        using var setting = new ScriptedGroups(ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Json("{}"));
        using var deleting = new ScriptedGroups(ScriptedHandler.Status(HttpStatusCode.GatewayTimeout), ScriptedHandler.Status(HttpStatusCode.NotFound));

        await setting.Client.Policies.SetAsync(Id, Policies, Cancellation);

        setting.Handler.Requests.Count.ShouldBe(2);
        (await deleting.Client.DeleteGroupAsync(Id, Cancellation)).ShouldBeNull();
    }

    private static async Task<string> BodyAsync(Func<GroupsClient, Task> call)
    {
        using var groups = new ScriptedGroups(ScriptedHandler.Json(Group));
        await call(groups.Client);
        return groups.Sent.Body;
    }
}
