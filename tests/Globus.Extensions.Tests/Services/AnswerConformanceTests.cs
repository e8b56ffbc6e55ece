using System.Text.Json.Nodes;

namespace Globus.Extensions.Tests.Services;

/// <summary>
/// Every answer in <c>shared/conformance/responses</c> of <c>groups</c> and <c>transfer</c> is read by the model that the operation of its route
/// reads it by, whatever its file is called, and loses nothing.
/// </summary>
public sealed class AnswerConformanceTests
{
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["functional-requests.json"] = "It holds requests, no answers.",
        ["functional-retry.json"] = "Its routes are no service's, and its answers no documents.",
    };

    [Theory]
    [InlineData("groups")]
    [InlineData("transfer")]
    public void No_member_of_an_answer_is_lost(string service)
    {
        var root = SharedFolder.File("conformance", "responses", service);
        var failures = new List<string>();
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = $"{service}/{Path.GetRelativePath(root, file)}";
            if (Elsewhere.TryGetValue(Path.GetFileName(file), out var reason))
            {
                Print($"{name}: not read. {reason}");
                continue;
            }

            var exchanges = ExchangesOf(JsonNode.Parse(File.ReadAllBytes(file))!).ToList();
            var losses = exchanges.Select(exchange => Loss(service, exchange["request"]!, exchange["response"]!)).OfType<string>().ToList();
            Print($"{name}: {exchanges.Count - losses.Count} of {exchanges.Count}");
            exchanges.ShouldNotBeEmpty();
            failures.AddRange(losses.Select(loss => $"{name}: {loss}"));
        }

        failures.ShouldBeEmpty();
    }

    // What errors lose is tested with api-errors.json.
    private static string? Loss(string service, JsonNode request, JsonNode response) => response["status"]!.GetValue<int>() < 300 && response["json"] is { } answer
        ? AnswersByRoute.Loss(service, request["http_method"]!.GetValue<string>(), request["path"]!.GetValue<string>(), answer)
        : null;

    private static IEnumerable<JsonNode> ExchangesOf(JsonNode file) => file["entries"] is JsonArray entries
        ? entries.Select(static entry => entry!)
        : file["sequences"]!.AsArray().SelectMany(static sequence => sequence!["exchanges"]!.AsArray().Select(static exchange => exchange!));

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
