using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests;

/// <summary>
/// Sends what the recorded exchanges of Globus Groups sent to an emulator whose seed has the groups and identities that they name, and compares
/// the answers: the same status, and every recorded member with the same JSON type.
/// </summary>
public sealed class GroupsConformanceTests
{
    private const string Requests = "functional-requests.json";
    private const string SubscriptionGroup = "660a8d4f-c0ef-101e-9fe8-340505b8225f";
    private const string Subscription = "b9be48fa-2fd6-1bba-b2d4-e8b145e2d01e";

    /// <summary>Where our answer is another one on purpose, and why.</summary>
    private static readonly Dictionary<string, string> Deliberate = new()
    {
        ["create_group.json/default"] = "The record has status 200; the service's own description has 201.",
    };

    [Fact]
    public async Task Answers_have_the_shape_of_the_recorded_ones()
    {
        var failures = new List<string>();
        foreach (var file in Directory.EnumerateFiles(SharedFolder.File("conformance", "responses", "groups")).Select(static path => Path.GetFileName(path)!).Where(static file => file != Requests).Order(StringComparer.Ordinal))
        {
            var exchanges = ExchangesOf(Read(file)).ToList();
            var agreeing = 0;
            foreach (var (name, request, response) in exchanges)
            {
                var differences = await DifferencesAsync(request, response);
                if (Deliberate.TryGetValue($"{file}/{name}", out var reason))
                {
                    differences.ShouldHaveSingleItem($"{file}/{name} is listed as different in one thing.");
                    TestContext.Current.TestOutputHelper?.WriteLine($"  differs on purpose: {file}/{name}: {reason}");
                }
                else
                {
                    agreeing += differences.Count == 0 ? 1 : 0;
                    failures.AddRange(differences.Select(difference => $"{file}/{name}: {difference}"));
                }
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {agreeing} of {exchanges.Count} agree");
            exchanges.ShouldNotBeEmpty();
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_request_of_the_references_own_tests_is_understood()
    {
        var requests = Read(Requests).GetProperty("tests").EnumerateArray()
            .SelectMany(static test => test.GetProperty("requests").EnumerateArray().Select(request => (Test: Text(test, "test"), Request: request))).ToList();
        var failures = new List<string>();
        foreach (var (test, request) in requests)
        {
            var answer = await SendAsync(request);
            if (!((int)answer.Status is 200 or 201))
            {
                failures.Add($"{test}: {answer.Status} {answer.Body}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"functional-requests.json: {requests.Count - failures.Count} of {requests.Count} are answered with success");
        failures.ShouldBeEmpty();
    }

    private static async Task<List<string>> DifferencesAsync(JsonElement request, JsonElement response)
    {
        var differences = new List<string>();
        var answer = await SendAsync(request);
        if ((int)answer.Status != response.GetProperty("status").GetInt32())
        {
            differences.Add($"status {answer.Status}: {answer.Body}");
        }

        RecordedShape.Compare(response.GetProperty("json"), answer.Json, "$", differences);
        return differences;
    }

    private static async Task<Answer> SendAsync(JsonElement request)
    {
        var body = request.TryGetProperty("json", out var json) ? json : default;
        await using var driver = await EmulatorDriver.StartAsync(new GlobusEmulatorOptions { Seed = SeedFor(request, body) });
        var token = await driver.AccessTokenAsync(GroupsAll);
        var path = "groups" + Text(request, "path") + (request.TryGetProperty("query", out var query) ? "?include=" + Text(query, "include") : "");
        return Text(request, "http_method") is "GET" or "DELETE"
            ? await driver.SendAsync(new HttpMethod(Text(request, "http_method")), path, token)
            : await driver.SendJsonAsync(new HttpMethod(Text(request, "http_method")), path, token, BodyOf(request, body));
    }

    // Some records have only the answer: then a body that leads to such an answer.
    private static string BodyOf(JsonElement request, JsonElement body) =>
        body.ValueKind != JsonValueKind.Undefined ? body.GetRawText()
        : Text(request, "path") == "/v2/groups" ? """{"name":"Claptrap's Rough Riders","description":"No stairs allowed."}"""
        : Text(request, "path").EndsWith("/policies", StringComparison.Ordinal) ? """{"signup_fields":["address1"]}"""
        : $$"""{"subscription_admin_verified_id":"{{Subscription}}"}""";

    /// <summary>Ada is admin of the group in question and of the subscription's; whoever a batch names stands so that the action can be done.</summary>
    private static EmulatorSeed SeedFor(JsonElement request, JsonElement body)
    {
        var seed = EmulatorSeed.CreateDefault();
        var named = Text(request, "http_method") == "POST" && Text(request, "path") != "/v2/groups"
            ? body.EnumerateObject().SelectMany(static list => list.Value.EnumerateArray().Select(item => (Action: list.Name, Id: item.GetProperty("identity_id").GetGuid()))).ToList()
            : [];
        var group = Guid.TryParse(Text(request, "path").Split('/').ElementAtOrDefault(3), out var id) && id != new Guid(Subscription) ? id : new Guid(SubscriptionGroup);
        var asked = new EmulatorGroup
        {
            Id = group,
            Name = "Recorded",
            Policies = new() { JoinRequests = true },
            Subscription = group == new Guid(SubscriptionGroup) ? TheSubscription() : null,
            Memberships = [Admin(), .. named.Where(static one => StatusBefore(one.Action) is not null).Select(static one => new EmulatorMembership { Identity = one.Id.ToString(), Status = StatusBefore(one.Action)! })],
        };
        return seed with
        {
            Collections = [],
            Users = [.. seed.Users, .. named.Select(static one => new EmulatorUser { Id = one.Id, UserName = one.Id + "@example.org" })],
            Groups = asked.Subscription is null ? [asked, new() { Id = new(SubscriptionGroup), Name = "Subscribers", Subscription = TheSubscription(), Memberships = [Admin()] }] : [asked],
        };
    }

    private static EmulatorMembership Admin() => new() { Identity = Ada, Role = "admin" };

    private static EmulatorSubscription TheSubscription() => new()
    {
        Id = new(Subscription),
        Name = "Golems R Us",
        SubscriberName = "Lab",
        Connectors = Read("get_group_by_subscription_id.json").GetProperty("entries")[0].GetProperty("response").GetProperty("json").GetProperty("subscription_info").GetProperty("connectors")
            .EnumerateObject().ToDictionary(static connector => new Guid(connector.Name), static _ => new EmulatorConnector { IsHa = true }),
    };

    private static string? StatusBefore(string action) => action switch
    {
        "accept" or "decline" => "invited",
        "approve" or "reject" => "pending",
        "change_role" or "leave" or "remove" => "active",
        _ => null,
    };

    private static IEnumerable<(string Name, JsonElement Request, JsonElement Response)> ExchangesOf(JsonElement file) => file.TryGetProperty("entries", out var entries)
        ? entries.EnumerateArray().Select(static entry => (Text(entry, "case"), entry.GetProperty("request"), entry.GetProperty("response")))
        : file.GetProperty("sequences").EnumerateArray().SelectMany(static sequence => sequence.GetProperty("exchanges").EnumerateArray()
            .Select(exchange => (Text(sequence, "test"), exchange.GetProperty("request"), exchange.GetProperty("response"))));

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllBytes(SharedFolder.File("conformance", "responses", "groups", file)));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString().ShouldNotBeNull();
}
