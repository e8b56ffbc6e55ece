using System.Reflection;
using System.Text.Json.Nodes;
using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services.Groups;

/// <summary>Every operation of Globus Groups in <c>shared/reference/api-surface.json</c> has a method of ours, and a test that calls it at the emulator.</summary>
public sealed class GroupsSurfaceTests
{
    private const string Lifecycle = nameof(GroupRoundTripTests.A_group_is_created_read_changed_and_deleted);

    /// <summary>The reference's operation, our method, and the round trip.</summary>
    private static readonly (string Operation, Type Type, string Method, Type TestType, string Test)[] Rows =
    [
        ("get_my_groups", typeof(GroupsClient), nameof(GroupsClient.GetMyGroupsAsync), typeof(GroupRoundTripTests), Lifecycle),
        ("get_group", typeof(GroupsClient), nameof(GroupsClient.GetGroupAsync), typeof(GroupRoundTripTests), Lifecycle),
        ("create_group", typeof(GroupsClient), nameof(GroupsClient.CreateGroupAsync), typeof(GroupRoundTripTests), Lifecycle),
        ("update_group", typeof(GroupsClient), nameof(GroupsClient.UpdateGroupAsync), typeof(GroupRoundTripTests), Lifecycle),
        ("delete_group", typeof(GroupsClient), nameof(GroupsClient.DeleteGroupAsync), typeof(GroupRoundTripTests), Lifecycle),
        ("get_group_by_subscription_id", typeof(GroupsClient), nameof(GroupsClient.GetGroupBySubscriptionIdAsync), typeof(GroupRoundTripTests), nameof(GroupRoundTripTests.The_group_of_a_subscription_is_found_by_anybody)),
        ("set_subscription_admin_verified", typeof(GroupsClient), nameof(GroupsClient.SetSubscriptionAdminVerifiedAsync), typeof(GroupRoundTripTests), nameof(GroupRoundTripTests.An_administrator_of_a_subscription_vouches_for_a_group_and_its_admin_takes_the_mark_away)),
        ("get_group_policies", typeof(GroupPolicyOperations), nameof(GroupPolicyOperations.GetAsync), typeof(GroupPolicyRoundTripTests), nameof(GroupPolicyRoundTripTests.Policies_are_replaced_and_read)),
        ("set_group_policies", typeof(GroupPolicyOperations), nameof(GroupPolicyOperations.SetAsync), typeof(GroupPolicyRoundTripTests), nameof(GroupPolicyRoundTripTests.Policies_are_replaced_and_read)),
        ("get_identity_preferences", typeof(GroupPreferenceOperations), nameof(GroupPreferenceOperations.GetAsync), typeof(GroupPreferenceRoundTripTests), nameof(GroupPreferenceRoundTripTests.Who_does_not_want_to_be_added_is_invited)),
        ("set_identity_preferences", typeof(GroupPreferenceOperations), nameof(GroupPreferenceOperations.SetAsync), typeof(GroupPreferenceRoundTripTests), nameof(GroupPreferenceRoundTripTests.Who_does_not_want_to_be_added_is_invited)),
        ("get_membership_fields", typeof(GroupMembershipOperations), nameof(GroupMembershipOperations.GetFieldsAsync), typeof(MembershipRoundTripTests), nameof(MembershipRoundTripTests.Members_tell_of_themselves)),
        ("set_membership_fields", typeof(GroupMembershipOperations), nameof(GroupMembershipOperations.SetFieldsAsync), typeof(MembershipRoundTripTests), nameof(MembershipRoundTripTests.Members_tell_of_themselves)),
        ("batch_membership_action", typeof(GroupMembershipOperations), nameof(GroupMembershipOperations.ActAsync), typeof(MembershipRoundTripTests), nameof(MembershipRoundTripTests.A_batch_is_done_and_reports_each_identity)),
        ("GET /v2/groups/statuses", typeof(GroupsClient), nameof(GroupsClient.GetStatusCountsAsync), typeof(GroupRoundTripTests), nameof(GroupRoundTripTests.Memberships_are_counted_by_their_status)),
        ("GET /v2/groups/{group_id}/children", typeof(GroupsClient), nameof(GroupsClient.GetChildrenAsync), typeof(GroupRoundTripTests), nameof(GroupRoundTripTests.Subgroups_are_listed_and_make_their_members_members_of_the_parent)),
    ];

    [Fact]
    public void Every_operation_of_the_reference_is_covered()
    {
        var surface = JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("reference", "api-surface.json")))!;
        var present = Operations(surface).Concat(OnlyElsewhere(surface)).ToList();
        var covered = Rows.Select(static row => row.Operation).Distinct(StringComparer.Ordinal).ToList();

        TestContext.Current.TestOutputHelper?.WriteLine($"api-surface.json, operations of groups: {present.Count(covered.Contains)} of {present.Count}");
        covered.ShouldBe(present, ignoreOrder: true);
        present.Count.ShouldBe(16);
        Rows.ShouldAllBe(static row => row.Type.GetMethods().Any(method => method.Name == row.Method));
        Rows.ShouldAllBe(static row => row.TestType.GetMethod(row.Test)!.IsDefined(typeof(FactAttribute), inherit: true));
    }

    [Fact]
    public void Every_action_of_the_reference_is_in_the_batch_and_has_a_method_for_one_identity()
    {
        var actions = JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("reference", "api-surface.json")))!["payload_types"]!.AsArray()
            .Single(static type => type!["name"]!.GetValue<string>() == "BatchMembershipActions")!["full_json"]!.AsObject().Select(static list => list.Key).ToList();
        var ours = typeof(MembershipAction).GetProperties(BindingFlags.Static | BindingFlags.Public).Select(static property => (property.Name, property.GetValue(null)!.ToString()!)).ToList();

        actions.Count.ShouldBe(11);
        ours.Select(static action => action.Item2).ShouldBe(actions, ignoreOrder: true);
        ours.ShouldAllBe(static action => typeof(MembershipActions).GetMethods().Count(method => method.Name == action.Name) == 2);
        ours.ShouldAllBe(static action => typeof(MembershipActionResult).GetProperty(action.Name) != null);
        typeof(GroupMembershipOperations).GetMethods().Count(static method => method.ReturnType == typeof(Task<GroupMembership>)).ShouldBe(11);
    }

    private static IEnumerable<string> Operations(JsonNode surface) => surface["operations"]!.AsArray()
        .Where(static operation => operation!["service"]!.GetValue<string>() == "groups")
        .Select(static operation => operation!["method"]!.GetValue<string>());

    private static IEnumerable<string> OnlyElsewhere(JsonNode surface) => surface["second_opinion"]!.AsArray()
        .SelectMany(static source => source!["only_there"]?.AsArray() ?? [])
        .Select(static route => route!.GetValue<string>().Split(" (")[0])
        .Where(static route => route.Contains("/v2/groups/", StringComparison.Ordinal));
}
