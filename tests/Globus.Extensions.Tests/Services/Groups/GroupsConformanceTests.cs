using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;
using Globus.Extensions.Tests.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.Services.Groups;

/// <summary>What the reference sends to Globus Groups and gets back: all files of <c>shared/conformance/responses/groups</c>.</summary>
/// <remarks>Answers are compared by value, and a member that is null is another thing than one that is absent.</remarks>
public sealed class GroupsConformanceTests
{
    private const string Requests = "functional-requests.json";

    // The requests without a recorded answer are answered by their own kind.
    private static readonly Dictionary<string, string> AnyAnswer = new(StringComparer.Ordinal)
    {
        ["GET"] = """{"is_high_assurance":false}""",
        ["PUT"] = """{"id":"x"}""",
        ["POST"] = "{}",
    };

    [Fact]
    public async Task Every_exchange_is_what_the_reference_has()
    {
        var failures = new List<string>();
        foreach (var file in Directory.EnumerateFiles(SharedFolder.File("conformance", "responses", "groups")).Select(static path => Path.GetFileName(path)!).Where(static file => file != Requests).Order(StringComparer.Ordinal))
        {
            var exchanges = ExchangesOf(Read(file)).ToList();
            var wrong = new List<string>();
            foreach (var (name, request, response) in exchanges)
            {
                if (await CheckAsync(request, response) is { } problem)
                {
                    wrong.Add($"{file}, {name}: {problem}");
                }
            }

            Print($"groups/{file}: {exchanges.Count - wrong.Count} of {exchanges.Count}");
            exchanges.ShouldNotBeEmpty();
            failures.AddRange(wrong);
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_request_of_the_references_own_tests_is_what_we_send()
    {
        var requests = Read(Requests)["tests"]!.AsArray()
            .SelectMany(static test => test!["requests"]!.AsArray().Select(request => (Test: test["test"]!.GetValue<string>(), Request: request!.AsObject())))
            .ToList();
        var failures = new List<string>();
        foreach (var (test, request) in requests)
        {
            using var groups = new ScriptedGroups(ScriptedHandler.Json(AnswerTo(request)));
            await GroupsCalls.CallAsync(groups.Client, request);
            if (Difference(groups.Sent, request, request["json"], isAnyBody: false) is { } problem)
            {
                failures.Add($"{test}: {problem}");
            }
        }

        Print($"groups/{Requests}: {requests.Count - failures.Count} of {requests.Count}");
        failures.ShouldBeEmpty();
        requests.Count.ShouldBe(37);
    }

    [Fact]
    public async Task The_complete_examples_of_bodies_are_what_we_send()
    {
        var types = JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("reference", "api-surface.json")))!["payload_types"]!.AsArray();
        foreach (var (type, verb, path) in new[] { ("GroupPolicies", "PUT", "/policies"), ("BatchMembershipActions", "POST", "") })
        {
            var example = types.Single(one => one!["name"]!.GetValue<string>() == type)!["full_json"]!.AsObject();
            if (type == "BatchMembershipActions")
            {
                MakeIdentitiesDiffer(example);
            }

            var request = new JsonObject { ["http_method"] = verb, ["path"] = $"/v2/groups/{ServiceClients.EngineBuilders}{path}", ["json"] = example.DeepClone() };
            using var groups = new ScriptedGroups(ScriptedHandler.Json("{}"));

            await GroupsCalls.CallAsync(groups.Client, request);

            JsonNode.DeepEquals(JsonNode.Parse(groups.Sent.Body), example).ShouldBeTrue(groups.Sent.Body);
        }
    }

    [Fact]
    public void A_list_of_groups_loses_nothing()
    {
        var list = new JsonArray([.. Read("get_group.json")["entries"]!.AsArray().Select(static entry => entry!["response"]!["json"]!.DeepClone())]);

        var groups = list.Deserialize(GroupsAnswers.Groups)!;

        groups.Count.ShouldBe(2);
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(groups, GroupsAnswers.Groups), list).ShouldBeTrue();
    }

    [Fact]
    public void A_group_exposes_what_the_answer_says()
    {
        var group = GroupOf("default");

        group.Id.Value.ShouldBe("648b6ed2-e7e2-1e01-9aba-283c6a9609b8");
        group.Name.ShouldBe("Claptrap's Rough Riders");
        group.Description.ShouldBe("No stairs allowed.");
        group.ParentId.ShouldBeNull();
        group.GroupType.ShouldBe(GroupType.Regular);
        group.EnforceSession.ShouldBe(false);
        group.SessionLimit.ShouldBe(TimeSpan.FromHours(8));
        group.SessionTimeouts.ShouldNotBeNull().ShouldBeEmpty();
        group.Policies!.GroupVisibility.ShouldBe(GroupVisibility.Private);
        group.Policies.GroupMembersVisibility.ShouldBe(GroupMembersVisibility.Managers);
        var membership = group.MyMemberships.ShouldHaveSingleItem();
        membership.Username.ShouldBe("claptrap@globus.org");
        membership.Role.ShouldBe(GroupRole.Member);
        membership.Status.ShouldBe(GroupMembershipStatus.Active);
    }

    [Fact]
    public void The_group_of_a_subscription_exposes_the_subscription()
    {
        var group = GroupOf("subscription");

        group.GroupType.ShouldBe(GroupType.Plus);
        group.SubscriptionId!.Value.Value.ShouldBe("b9be48fa-2fd6-1bba-b2d4-e8b145e2d01e");
        var subscription = group.SubscriptionInfo.ShouldNotBeNull();
        subscription.Name.ShouldBe("Golems R Us");
        subscription.SubscriberName.ShouldBe("University of Chicago Golem Lab");
        subscription.IsHighAssurance.ShouldBe(true);
        subscription.IsBaa.ShouldBe(false);
        subscription.Connectors!.Count.ShouldBe(13);
        subscription.Connectors.Values.ShouldAllBe(static connector => connector.IsHa == true && connector.IsBaa == false);
    }

    private static async Task<string?> CheckAsync(JsonObject request, JsonNode response)
    {
        using var groups = new ScriptedGroups(ScriptedHandler.Json(response["json"]!.ToJsonString(), (HttpStatusCode)response["status"]!.GetValue<int>()));
        var answer = await GroupsCalls.CallAsync(groups.Client, request);
        return Difference(groups.Sent, request, request["json"], isAnyBody: request["json"] is null && request["http_method"]!.GetValue<string>() != "GET")
            ?? (JsonNode.DeepEquals(answer, response["json"]) ? null : $"exposes {answer} instead of {response["json"]}");
    }

    private static string? Difference(RecordedRequest sent, JsonObject request, JsonNode? body, bool isAnyBody)
    {
        var sentQuery = new JsonObject(QueryHelpers.ParseQuery(sent.Uri.Query).Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.ToString())));
        return sent.Method.Method != request["http_method"]!.GetValue<string>() ? $"sends {sent.Method}"
            : sent.Uri.GetLeftPart(UriPartial.Path) != "https://groups.api.globus.org" + request["path"] ? $"goes to {sent.Uri}"
            : sent.Headers.Authorization?.Scheme != "Bearer" ? "sends no token"
            : !JsonNode.DeepEquals(sentQuery, request["query"] ?? new JsonObject()) ? $"asks {sentQuery} instead of {request["query"]}"
            : !isAnyBody && !JsonNode.DeepEquals(sent.Body.Length == 0 ? null : JsonNode.Parse(sent.Body), body) ? $"sends {sent.Body} instead of {body}"
            : null;
    }

    private static IEnumerable<(string Name, JsonObject Request, JsonNode Response)> ExchangesOf(JsonNode file) => file["entries"] is JsonArray entries
        ? entries.Select(static entry => (entry!["case"]!.GetValue<string>(), entry["request"]!.AsObject(), entry["response"]!))
        : file["sequences"]!.AsArray().SelectMany(static sequence => sequence!["exchanges"]!.AsArray()
            .Select(exchange => (sequence["test"]!.GetValue<string>(), exchange!["request"]!.AsObject(), exchange["response"]!)));

    private static string AnswerTo(JsonObject request) => request["answered_by"] is not { } answeredBy
        ? AnyAnswer[request["http_method"]!.GetValue<string>()]
        : Read(answeredBy["set"]!.GetValue<string>().Split('/')[1] + ".json")["entries"]!.AsArray()
            .Single(entry => entry!["case"]!.GetValue<string>() == answeredBy["case"]!.GetValue<string>())!["response"]!["json"]!.ToJsonString();

    // The example has the same identity everywhere, which no service would take.
    private static void MakeIdentitiesDiffer(JsonObject example)
    {
        var number = 0;
        foreach (var item in example.SelectMany(static list => list.Value!.AsArray()))
        {
            item!["identity_id"] = new Guid(++number, 0, 0, new byte[8]).ToString();
        }
    }

    private static Group GroupOf(string name) => Read("get_group.json")["entries"]!.AsArray()
        .Single(entry => entry!["case"]!.GetValue<string>() == name)!["response"]!["json"].Deserialize(GroupsAnswers.Group)!;

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("conformance", "responses", "groups", file)))!;

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
