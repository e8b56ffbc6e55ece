using System.Net;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Tests.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>
/// What the reference sends to Globus Transfer and gets back, out of <c>shared/conformance/responses/transfer</c>: every file of an operation of
/// <see cref="ManagementCalls"/>, and every request of the reference's own tests that calls one of them.
/// </summary>
public sealed class ManagementConformanceTests
{
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["functional-endpoint_search-pages"] = "endpoint_search",
        ["functional-endpoint_server_list"] = "endpoint_server_list",
        ["functional-get_shared_endpoint_list-pages"] = "get_shared_endpoint_list",
        ["functional-endpoint_manager_task_list-pages"] = "endpoint_manager_task_list",
        ["functional-endpoint_manager_task_event_list"] = "endpoint_manager_task_event_list",
    };

    [Fact]
    public async Task Every_exchange_of_an_operation_is_what_the_reference_has()
    {
        var failures = new List<string>();
        foreach (var operation in Files().Where(static file => ManagementCalls.Find(file) is not null))
        {
            var entries = Read(operation + ".json")["entries"]!.AsArray();
            var wrong = new List<string>();
            foreach (var entry in entries)
            {
                if (await CheckAsync(operation, entry!) is { } problem)
                {
                    wrong.Add($"{operation}, {entry!["case"]}: {problem}");
                }
            }

            Print($"transfer/{operation}.json: {entries.Count - wrong.Count} of {entries.Count}");
            failures.AddRange(wrong);
        }

        failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_request_of_the_references_own_tests_is_what_we_send()
    {
        var failures = new List<string>();
        var present = 0;
        foreach (var test in Read("functional-requests.json")["tests"]!.AsArray())
        {
            foreach (var request in test!["requests"]!.AsArray().Where(static request => request!["answered_by"] is not null))
            {
                var operation = request!["answered_by"]!["set"]!.GetValue<string>()["transfer/".Length..];
                if (ManagementCalls.Find(operation) is not { } call)
                {
                    continue;
                }

                present++;
                var answer = Read(operation + ".json")["entries"]!.AsArray().Single(entry => JsonNode.DeepEquals(entry!["case"], request["answered_by"]!["case"]))!["response"]!;
                using var script = new ScriptedTransfer(Answer(answer));
                await Record.ExceptionAsync(() => call(script.Client, ArgumentsOf(request)));
                if (Difference(script.OnlySent, request) is { } problem)
                {
                    failures.Add($"{test["test"]}: {problem}");
                }
            }
        }

        Print($"transfer/functional-requests.json: {present - failures.Count} of {present} that call these operations");
        failures.ShouldBeEmpty();
        present.ShouldBe(43);
    }

    [Fact]
    public async Task Every_list_of_the_references_own_tests_is_read_page_by_page()
    {
        var failures = new List<string>();
        foreach (var (file, operation) in Lists)
        {
            var sequences = SequencesOf(file).ToList();
            var wrong = new List<string>();
            foreach (var exchanges in sequences)
            {
                wrong.AddRange(await CheckPagesAsync(operation, exchanges));
            }

            Print($"transfer/{file}.json: {sequences.Count - wrong.Count} of {sequences.Count} lists");
            failures.AddRange(wrong.Select(problem => $"{file}: {problem}"));
        }

        failures.ShouldBeEmpty();
    }

    private static IEnumerable<List<JsonNode>> SequencesOf(string file)
    {
        foreach (var sequence in Read(file + ".json")["sequences"]!.AsArray())
        {
            List<JsonNode> exchanges = [.. sequence!["exchanges"]!.AsArray().Select(static exchange => exchange!)];
            var isRepeated = exchanges is [var first, var second, ..] && JsonNode.DeepEquals(first["request"], second["request"]);
            yield return isRepeated ? exchanges[1..] : exchanges; // Once without its pages, and then with them.
        }
    }

    private static async Task<IEnumerable<string>> CheckPagesAsync(string operation, List<JsonNode> exchanges)
    {
        using var script = new ScriptedTransfer(exchanges.Select(static exchange => Answer(exchange["response"]!)).ToArray());

        var items = await ManagementCalls.Find(operation)!(script.Client, ArgumentsOf(exchanges[0]["request"]!));

        var expected = new JsonArray([.. exchanges.SelectMany(static exchange => ItemsOf(exchange["response"]!["json"]!)).Select(static item => item!.DeepClone())]);
        var requests = exchanges.Select(exchange => WithPageSize(operation, exchange["request"]!)).ToList();
        return script.Sent.Count == requests.Count
            ? requests.Select((request, index) => Difference(script.Sent[index], request)).Append(TransferDocuments.Difference(expected, items)).OfType<string>().Take(1)
            : [$"{script.Sent.Count} requests instead of {requests.Count}"];
    }

    // Where the reference leaves the size of pages to the service unless it pages, ours always says which.
    private static JsonNode WithPageSize(string operation, JsonNode request)
    {
        var size = operation switch { "endpoint_search" => "100", "endpoint_manager_task_event_list" => "1000", _ => null };
        var asked = request.DeepClone();
        if (size is not null)
        {
            asked["query"]!["limit"] = size;
        }

        return asked;
    }

    private static async Task<string?> CheckAsync(string operation, JsonNode entry)
    {
        using var script = new ScriptedTransfer(Answer(entry["response"]!));
        var request = entry["request"]!.AsObject();
        var arguments = ArgumentsOf(request, entry["metadata"]!.AsObject());
        var json = entry["response"]!["json"]!;
        if (entry["response"]!["status"]!.GetValue<int>() >= 400)
        {
            var error = await Record.ExceptionAsync(() => ManagementCalls.Find(operation)!(script.Client, arguments)) as TransferApiException;
            return error is null || error.Code != json["code"]!.GetValue<string>() || error.RequestId != json["request_id"]!.GetValue<string>() ? $"throws {error}" : Difference(script.OnlySent, request);
        }

        // The examples ask for what they include by a query that they do not name.
        var included = json["included"]?.AsArray();
        arguments = included is null ? arguments : arguments with { Query = new JsonObject { ["include"] = "collection" } };
        var answer = await ManagementCalls.Find(operation)!(script.Client, arguments);
        var expected = json["data"] switch
        {
            JsonArray items => new JsonArray([.. items.Select(item => TransferDocuments.Flatten(item!, included))]),
            JsonObject resource => TransferDocuments.Flatten(resource, included),
            _ => json["DATA_TYPE"]?.GetValue<string>().EndsWith("_list", StringComparison.Ordinal) == true ? json["DATA"] : json.AsObject().ContainsKey("data") ? null : json,
        };
        return Difference(script.OnlySent, request) ?? TransferDocuments.Difference(expected, answer);
    }

    private static string? Difference(RecordedRequest sent, JsonNode request)
    {
        var query = new JsonObject(QueryHelpers.ParseQuery(sent.Uri.Query).Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.ToString())));
        var isAnyQuery = request["url"] is not null; // What has a URL is an example that tells nothing of query and body.
        return sent.Method.Method != request["http_method"]!.GetValue<string>() ? $"sends {sent.Method}"
            : sent.Uri.GetLeftPart(UriPartial.Path) != "https://transfer.api.globus.org" + request["path"] ? $"goes to {sent.Uri}"
            : sent.Headers.Authorization?.Scheme != "Bearer" ? "sends no token"
            : !isAnyQuery && !JsonNode.DeepEquals(query, request["query"] ?? new JsonObject()) ? $"asks {query.ToJsonString()} instead of {request["query"]?.ToJsonString()}"
            : request["json"] is { } body && !JsonNode.DeepEquals(body, WithKnownSubmission(JsonNode.Parse(sent.Body), body)) ? $"sends {sent.Body} instead of {body.ToJsonString()}"
            : null;
    }

    // Where the reference makes an id of its own, ours is another.
    private static JsonNode? WithKnownSubmission(JsonNode? sent, JsonNode expected)
    {
        if (sent?["data"]?["attributes"]?["submission_id"] is not null && expected["data"]?["attributes"]?["submission_id"] is { } id)
        {
            sent["data"]!["attributes"]!["submission_id"] = id.DeepClone();
        }

        return sent;
    }

    private static ManagementArguments ArgumentsOf(JsonNode request, JsonObject? metadata = null) =>
        new(request["path"]!.GetValue<string>(), request["query"]?.AsObject() ?? [], request["json"]?.AsObject(), metadata ?? []);

    private static JsonArray ItemsOf(JsonNode page) => (page["DATA"] ?? page["shared_endpoints"])!.AsArray();

    private static Func<HttpResponseMessage> Answer(JsonNode response) =>
        ScriptedHandler.Json(response["json"]!.ToJsonString(), (HttpStatusCode)response["status"]!.GetValue<int>());

    private static IEnumerable<string> Files()
    {
        var folder = SharedFolder.File("conformance", "responses", "transfer");
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllBytes(SharedFolder.File(["conformance", "responses", "transfer", .. file.Split('/')])))!;

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
