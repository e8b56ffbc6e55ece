using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Tests.Services.Groups;

/// <summary>Calls the operation that a recorded request stands for, with arguments read out of it, and gives the answer back as JSON.</summary>
internal static class GroupsCalls
{
    private static readonly string[] Names = ["name", "description", "parent_id"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<JsonNode?> CallAsync(GroupsClient groups, JsonObject request)
    {
        var path = request["path"]!.GetValue<string>().Split('/');
        var body = request["json"]?.AsObject() ?? [];
        var id = Guid.TryParse(path.ElementAtOrDefault(3), out var named) ? named : Guid.Empty;
        return (request["http_method"]!.GetValue<string>(), path[2], path.ElementAtOrDefault(4)) switch
        {
            ("GET", "groups", null) when path[3] == "my_groups" => Write(groups.GetMyGroupsAsync(StatusesOf(request), Cancellation), GroupsAnswers.Groups),
            ("GET", "groups", null) when path[3] == "statuses" => Write(groups.GetStatusCountsAsync(Cancellation), GroupsAnswers.StatusCounts),
            ("POST", "groups", null) when path.Length == 3 => Write(groups.CreateGroupAsync(CreationOf(body), Cancellation), GroupsAnswers.Group),
            ("GET", "groups", null) => Write(groups.GetGroupAsync(id, IncludeOf(request), Cancellation), GroupsAnswers.Group),
            ("PUT", "groups", null) => Write(groups.UpdateGroupAsync(id, UpdateOf(body), Cancellation), GroupsAnswers.Group),
            ("DELETE", "groups", null) => Write(groups.DeleteGroupAsync(id, Cancellation)!, GroupsAnswers.Group),
            ("POST", "groups", null) => Write(groups.Memberships.ActAsync(id, ActionsOf(body), Cancellation), GroupsAnswers.MembershipActionResult),
            ("GET", "groups", "children") => WriteChildren(groups.GetChildrenAsync(id, IncludeOf(request), Cancellation)),
            ("GET", "groups", "membership_fields") => Write(groups.Memberships.GetFieldsAsync(id, Cancellation), GroupsAnswers.MembershipFields),
            ("GET", "preferences", null) => Write(groups.Preferences.GetAsync(Cancellation), GroupsAnswers.Preferences),
            ("GET", "groups", "policies") => Write(groups.Policies.GetAsync(id, Cancellation), GroupsAnswers.GroupPolicies),
            ("PUT", "groups", "policies") => Write(groups.Policies.SetAsync(id, PoliciesOf(body), Cancellation), GroupsAnswers.GroupPolicies),
            ("PUT", "groups", "subscription_admin_verified") =>
                Write(groups.SetSubscriptionAdminVerifiedAsync(id, new SubscriptionId(TextOf(body, "subscription_admin_verified_id") ?? "any"), Cancellation), GroupsAnswers.GroupVerification),
            ("GET", "subscription_info", null) => Write(groups.GetGroupBySubscriptionIdAsync(id, Cancellation), GroupsAnswers.SubscriptionGroup),
            var other => throw new InvalidOperationException($"No operation stands for {other}."),
        };
    }

    private static async Task<JsonNode?> Write<T>(Task<T> answer, JsonTypeInfo<T> typeInfo) => JsonSerializer.SerializeToNode(await answer, typeInfo);

    private static async Task<JsonNode?> WriteChildren(Task<IReadOnlyList<Group>> answer) => new JsonObject { ["children"] = await Write(answer, GroupsAnswers.Groups) };

    private static IEnumerable<GroupMembershipStatus>? StatusesOf(JsonObject request) =>
        request["query"]?["statuses"]?.GetValue<string>().Split(',').Select(static status => new GroupMembershipStatus(status));

    private static IEnumerable<GroupInclude>? IncludeOf(JsonObject request) =>
        request["query"]?["include"]?.GetValue<string>().Split(',').Select(static part => new GroupInclude(part));

    private static GroupCreation CreationOf(JsonObject body)
    {
        body.Select(static member => member.Key).Except(Names).ShouldBeEmpty();
        return new GroupCreation
        {
            Name = TextOf(body, "name") ?? "any",
            Description = TextOf(body, "description"),
            ParentId = body.ContainsKey("parent_id") ? new(TextOf(body, "parent_id") is { } id ? new GroupId(id) : null) : default,
        };
    }

    private static GroupUpdate UpdateOf(JsonObject body) => new() { Name = TextOf(body, "name"), Description = TextOf(body, "description") };

    private static GroupPolicySettings PoliciesOf(JsonObject body) => new()
    {
        IsHighAssurance = body["is_high_assurance"]?.GetValue<bool>() ?? false,
        GroupVisibility = new GroupVisibility(TextOf(body, "group_visibility") ?? "private"),
        GroupMembersVisibility = new GroupMembersVisibility(TextOf(body, "group_members_visibility") ?? "managers"),
        JoinRequests = body["join_requests"]?.GetValue<bool>() ?? false,
        SignupFields = [.. body["signup_fields"]?.AsArray().Select(static field => new GroupSignupField(field!.GetValue<string>())) ?? []],
        AuthenticationAssuranceTimeout = TimeoutOf(body),
    };

    private static Optional<TimeSpan?> TimeoutOf(JsonObject body) => body.TryGetPropertyValue("authentication_assurance_timeout", out var timeout)
        ? new(timeout is null ? null : TimeSpan.FromSeconds(timeout.GetValue<int>()))
        : default;

    private static MembershipActions ActionsOf(JsonObject body)
    {
        var actions = new MembershipActions();
        foreach (var (name, list) in body)
        {
            foreach (var item in list!.AsArray().Select(static item => item!.AsObject()))
            {
                var id = new IdentityId(TextOf(item, "identity_id")!);
                var role = TextOf(item, "role") is { } text ? new GroupRole(text) : (GroupRole?)null;
                _ = name switch
                {
                    "accept" => actions.Accept(id),
                    "add" => actions.Add(id, role),
                    "approve" => actions.Approve(id),
                    "change_role" => actions.ChangeRole(id, role!.Value),
                    "decline" => actions.Decline(id),
                    "invite" => actions.Invite(id, role),
                    "join" => actions.Join(id),
                    "leave" => actions.Leave(id),
                    "reject" => actions.Reject(id),
                    "remove" => actions.Remove(id),
                    "request_join" => actions.RequestJoin(id),
                    _ => throw new InvalidOperationException($"The action {name} is not known."),
                };
            }
        }

        return actions;
    }

    private static string? TextOf(JsonObject body, string name) => body[name]?.GetValue<string>();
}
