using System.Net;
using System.Text.Json.Nodes;
using Globus.Extensions.Tests.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>
/// What the reference sends to Globus Auth and gets back, out of <c>shared/conformance/responses/auth</c>: every file of an operation of
/// <see cref="OperationCalls"/>, and every request of the reference's own tests that calls one of them.
/// </summary>
/// <remarks>Not here: identities (IdentityMap and lookups), grants and revocation (<see cref="GrantConformanceTests"/>), ID tokens.</remarks>
public sealed class AuthConformanceTests
{
    private const string SetPrefix = "auth/";

    [Fact]
    public async Task Every_exchange_of_an_operation_is_what_the_reference_has()
    {
        var failures = new List<string>();
        foreach (var operation in OperationCalls.Names.Order(StringComparer.Ordinal).Where(HasFile))
        {
            var entries = Read(operation + ".json")["entries"]!.AsArray();
            var wrong = new List<string>();
            foreach (var entry in entries)
            {
                if (await CheckEntryAsync(operation, entry!) is { } problem)
                {
                    wrong.Add($"{operation}, {entry!["case"]}: {problem}");
                }
            }

            Print($"auth/{operation}.json: {entries.Count - wrong.Count} of {entries.Count}");
            failures.AddRange(wrong);
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_request_of_the_references_own_tests_is_what_we_send()
    {
        var requests = Read("functional-requests.json")["tests"]!.AsArray()
            .SelectMany(static test => test!["requests"]!.AsArray().Select(request => (Test: test["test"]!.GetValue<string>(), Request: request!, Operation: OperationOf(request!))))
            .Where(static one => one.Operation is not null)
            .ToList();
        var failures = new List<string>();

        foreach (var (test, request, operation) in requests)
        {
            var path = request["path"]!.GetValue<string>();
            var query = request["query"]?.AsObject();
            var body = request["json"]?.AsObject();
            using var auth = Answering(AnswerTo(request["answered_by"]!));
            await OperationCalls.CallAsync(auth.Client, operation!, OperationArguments.OfRequest(path, query, body));
            if (Difference(auth.Sent, request["http_method"]!.GetValue<string>(), path, query ?? [], body, isAnyBody: false) is { } problem)
            {
                failures.Add($"{test}: {problem}");
            }
        }

        Print($"auth/functional-requests.json: {requests.Count - failures.Count} of {requests.Count} that call these operations");
        failures.ShouldBeEmpty();
        requests.Count.ShouldBe(94);
    }

    private static async Task<string?> CheckEntryAsync(string operation, JsonNode entry)
    {
        var request = entry["request"]!;
        var match = request["match"];
        using var auth = Answering(entry["response"]!);
        var answer = await OperationCalls.CallAsync(auth.Client, operation, new OperationArguments((entry["metadata"]!["args"] ?? entry["metadata"]!).AsObject()));

        return Difference(
                auth.Sent,
                request["http_method"]!.GetValue<string>(),
                request["path"]!.GetValue<string>(),
                match?["query"]?.AsObject() ?? [],
                match?["json_body"],
                isAnyBody: match?["json_body"] is null)
            ?? (JsonComparison.AreSame(answer, entry["response"]!["json"]) ? null : $"exposes {answer} instead of {entry["response"]!["json"]}");
    }

    private static string? Difference(RecordedRequest sent, string method, string path, JsonObject query, JsonNode? body, bool isAnyBody)
    {
        var sentQuery = new JsonObject(QueryHelpers.ParseQuery(sent.Uri.Query).Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.ToString())));
        return sent.Method.Method != method ? $"sends {sent.Method}"
            : sent.Uri.GetLeftPart(UriPartial.Path) != "https://auth.globus.org" + path ? $"goes to {sent.Uri}"
            : sent.Headers.Authorization?.Scheme != "Bearer" ? "sends no token"
            : !JsonNode.DeepEquals(sentQuery, query) ? $"asks {sentQuery} instead of {query}"
            : !isAnyBody && !JsonNode.DeepEquals(sent.Body.Length == 0 ? null : JsonNode.Parse(sent.Body), body) ? $"sends {sent.Body} instead of {body}"
            : null;
    }

    private static ScriptedAuthService Answering(JsonNode response) => new(
        ScriptedHandler.Json(response["json"]!.ToJsonString(), (HttpStatusCode)response["status"]!.GetValue<int>()));

    private static JsonNode AnswerTo(JsonNode answeredBy) => Read(answeredBy["set"]!.GetValue<string>()[SetPrefix.Length..] + ".json")["entries"]!.AsArray()
        .Single(entry => entry!["case"]!.GetValue<string>() == answeredBy["case"]!.GetValue<string>())!["response"]!;

    private static string? OperationOf(JsonNode request) =>
        request["answered_by"]?["set"]?.GetValue<string>() is { } set && OperationCalls.Names.Contains(set[SetPrefix.Length..]) ? set[SetPrefix.Length..] : null;

    private static bool HasFile(string operation) => File.Exists(SharedFolder.File("conformance", "responses", "auth", operation + ".json"));

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("conformance", "responses", "auth", file)))!;

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
