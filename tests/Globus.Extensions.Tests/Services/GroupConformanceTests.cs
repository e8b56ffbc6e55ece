using System.Text.Json;
using System.Text.Json.Nodes;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

/// <summary>The exchanges of <c>get_group</c> in <c>shared/conformance/responses/groups</c>.</summary>
public class GroupConformanceTests
{
    [Fact]
    public async Task Every_request_for_a_group_is_what_the_reference_sends()
    {
        var requests = JsonElements.ReadConformance("responses", "groups", "functional-requests.json").GetProperty("tests").EnumerateArray()
            .Where(static test => test.GetProperty("test").GetString()!.StartsWith("test_get_group.py", StringComparison.Ordinal))
            .Select(static test => test.GetProperty("requests")[0])
            .ToList();
        requests.Count.ShouldBe(4);
        await using var globus = await EmulatedGlobus.StartAsync();

        foreach (var expected in requests)
        {
            var path = expected.GetProperty("path").GetString()!;
            var include = expected.TryGetProperty("query", out var query) ? query.GetProperty("include").GetString() : null;

            var sent = await SendAsync(globus, new GroupId(path.Split('/')[^1]), include?.Split(',').Select(static part => new GroupInclude(part)));

            sent.Method.ShouldBe(HttpMethod.Get);
            sent.Uri.GetLeftPart(UriPartial.Path).ShouldBe($"https://{expected.GetProperty("host").GetString()}{path}");
            sent.Query.GetValueOrDefault("include").ShouldBe(include);
            sent.Headers.Authorization!.Scheme.ShouldBe("Bearer");
        }
    }

    [Theory]
    [InlineData("default")]
    [InlineData("subscription")]
    public void No_member_of_a_group_is_lost(string name)
    {
        var json = Answer(name);

        var again = JsonSerializer.SerializeToNode(Read(json), GroupsJsonContext.Default.Group);

        ShouldBeSame(again, json);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("subscription")]
    public void No_member_of_a_list_of_groups_is_lost(string name)
    {
        var json = new JsonArray(Answer(name));

        var groups = json.Deserialize(GroupsJsonContext.Default.IReadOnlyListGroup)!;

        ShouldBeSame(JsonSerializer.SerializeToNode(groups, GroupsJsonContext.Default.IReadOnlyListGroup), json);
    }

    [Fact]
    public void A_group_exposes_what_the_answer_says()
    {
        var group = Read(Answer("default"));

        group.Id.Value.ShouldBe("648b6ed2-e7e2-1e01-9aba-283c6a9609b8");
        group.Name.ShouldBe("Claptrap's Rough Riders");
        group.Description.ShouldBe("No stairs allowed.");
        group.ParentId.ShouldBeNull();
        group.GroupType.ShouldBe(GroupType.Regular);
        group.EnforceSession.ShouldBe(false);
        group.SessionLimit.ShouldBe(TimeSpan.FromSeconds(28_800));
        group.SessionTimeouts.ShouldNotBeNull().ShouldBeEmpty();
        group.Policies!.GroupVisibility.ShouldBe(GroupVisibility.Private);
        group.Policies.GroupMembersVisibility.ShouldBe(GroupMembersVisibility.Managers);
        group.ExtensionData.ShouldBeNull();
        var membership = group.MyMemberships.ShouldHaveSingleItem();
        membership.IdentityId.Value.ShouldBe("3166180d-08f5-1d4b-b606-bdc105dee3f6");
        membership.Username.ShouldBe("claptrap@globus.org");
        membership.Role.ShouldBe(GroupRole.Member);
        membership.Status.ShouldBe(GroupMembershipStatus.Active);
    }

    [Fact]
    public void The_group_of_a_subscription_exposes_the_subscription()
    {
        var group = Read(Answer("subscription"));

        group.GroupType.ShouldBe(GroupType.Plus);
        group.SubscriptionId.ShouldBe("b9be48fa-2fd6-1bba-b2d4-e8b145e2d01e");
        var subscription = group.SubscriptionInfo.ShouldNotBeNull();
        subscription.Name.ShouldBe("Golems R Us");
        subscription.SubscriberName.ShouldBe("University of Chicago Golem Lab");
        subscription.IsHighAssurance.ShouldBe(true);
        subscription.IsBaa.ShouldBe(false);
        subscription.Connectors!.Count.ShouldBe(13);
        subscription.Connectors.Values.ShouldAllBe(static connector => connector.IsHa == true && connector.IsBaa == false);
    }

    private static async Task<RecordedRequest> SendAsync(EmulatedGlobus globus, GroupId id, IEnumerable<GroupInclude>? include)
    {
        var handler = new ScriptedHandler(ScriptedHandler.Json(Answer("default").ToJsonString()));
        var group = await globus.ProvideScripted(handler).GetRequiredService<GroupsClient>().GetGroupAsync(id, include, TestContext.Current.CancellationToken);
        group.Id.ShouldBe(id);
        return handler.Requests.ShouldHaveSingleItem();
    }

    private static Group Read(JsonNode json) => json.Deserialize(GroupsJsonContext.Default.Group)!;

    private static JsonNode Answer(string name) => JsonNode.Parse(
        JsonElements.ReadConformance("responses", "groups", "get_group.json").GetProperty("entries").EnumerateArray()
            .Single(entry => entry.GetProperty("case").GetString() == name)
            .GetProperty("response").GetProperty("json").GetRawText())!;

    // A member that is null and one that is absent are the same to a nullable property.
    private static void ShouldBeSame(JsonNode? ours, JsonNode theirs)
    {
        DropNulls(theirs);
        JsonNode.DeepEquals(ours, theirs).ShouldBeTrue($"{ours} instead of {theirs}");
    }

    private static void DropNulls(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Where(static member => member.Value is null).Select(static member => member.Key).ToList())
            {
                members.Remove(name);
            }
        }

        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject one => one.Select(static member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children)
        {
            DropNulls(child);
        }
    }
}
