using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests;

/// <summary>
/// The emulator's Transfer documents against those recorded of the real service: every recorded member is there, with the same JSON type
/// unless one of the two is null. Ours may have more members where the record is of an older service or a stub.
/// </summary>
public sealed class TransferConformanceTests
{
    /// <summary>Records that are not compared, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["create_tunnel.json"] = "Tunnels are another part of the emulator.",
        ["delete_tunnel.json"] = "Tunnels are another part of the emulator.",
        ["get_tunnel.json"] = "Tunnels are another part of the emulator.",
        ["list_tunnels.json"] = "Tunnels are another part of the emulator.",
        ["update_tunnel.json"] = "Tunnels are another part of the emulator.",
        ["get_stream_access_point.json"] = "Tunnels are another part of the emulator.",
        ["endpoint_manager_task_list.json"] = "The endpoint manager is another part of the emulator.",
        ["functional-endpoint_manager_task_event_list.json"] = "The endpoint manager is another part of the emulator.",
        ["functional-endpoint_manager_task_list-pages.json"] = "The endpoint manager is another part of the emulator.",
        ["functional-get_shared_endpoint_list-pages.json"] = "Shared endpoints are another part of the emulator.",
        ["set_subscription_id.json"] = "Writing to endpoints is another part of the emulator.",
        ["update_endpoint.json"] = "Writing to endpoints is another part of the emulator.",
        ["functional-requests.json"] = "It holds requests, no answers.",
        ["functional-retry.json"] = "Its failures come from fault scripts, not from documents.",
    };

    [Fact]
    public async Task Answers_have_the_shape_of_the_recorded_ones()
    {
        var files = Directory.GetFiles(SharedFolder.File("conformance", "responses", "transfer"), "*.json");
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var task = (await stage.TransferAsync($"{Item("/missing", "/m")},{Item("/a.txt", "/a.txt")}", ""","skip_source_errors":true"""))
            .GetProperty("task_id").GetString()!;
        var failures = new List<string>();

        foreach (var file in files.Order(StringComparer.Ordinal).Where(static file => !Elsewhere.ContainsKey(Path.GetFileName(file))))
        {
            var (passed, present) = (0, 0);
            foreach (var (name, recorded) in await RecordedAsync(file))
            {
                present++;
                var differences = Differences(recorded, await AskAsync(stage, task, name), "$").Distinct().ToList();
                passed += differences.Count == 0 ? 1 : 0;
                failures.AddRange(differences.Select(difference => $"{name}: {difference}"));
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(file)}: {passed} of {present}");
        }

        foreach (var (file, reason) in Elsewhere)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{file}: not compared. {reason}");
        }

        failures.ShouldBeEmpty();
    }

    /// <summary>Our answer to the same kind of request.</summary>
    private static async Task<JsonElement> AskAsync(TransferStage stage, string task, string name)
    {
        var answer = name.Split('/')[0] switch
        {
            "submit_transfer.json" => await stage.User.PostAsync(
                "transfer", stage.Transfer(name.EndsWith("/failure", StringComparison.Ordinal) ? "" : Item("/a.txt", "/b.txt"))),
            "get_submission_id.json" => await stage.User.GetAsync("submission_id"),
            "get_endpoint.json" => await stage.User.GetAsync($"endpoint/{stage.SourceId}"),
            "operation_mkdir.json" => await stage.User.ChangeAsync(stage.DestinationId, "mkdir", ("path", $"/{Guid.NewGuid()}")),
            "functional-operation_ls.json" => await stage.User.ListAsync(stage.SourceId, "/"),
            "functional-endpoint_search-pages.json" => await stage.User.GetAsync("endpoint_search?filter_fulltext=emulator"),
            "functional-endpoint_server_list.json" => await stage.User.GetAsync($"endpoint/{stage.SourceId}/server_list"),
            "task_list.json" or "functional-task_list-pages.json" => await stage.User.GetAsync("task_list"),
            "functional-task_wait.json" => await stage.User.GetAsync($"task/{task}"),
            "functional-task_skipped_errors-pages.json" => await stage.User.GetAsync($"task/{task}/skipped_errors"),
            var other => throw new InvalidOperationException($"{other} has neither a request here nor a reason to have none."),
        };
        return answer.Json;
    }

    private static async Task<IReadOnlyList<(string Name, JsonElement Document)>> RecordedAsync(string file)
    {
        var document = JsonElement.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var name = Path.GetFileName(file);
        return document.TryGetProperty("entries", out var entries)
            ? [.. entries.EnumerateArray().Select(entry => ($"{name}/{entry.GetProperty("case").GetString()}", entry.GetProperty("response").GetProperty("json")))]
            :
            [
                .. document.GetProperty("sequences").EnumerateArray()
                    .SelectMany(static sequence => sequence.GetProperty("exchanges").EnumerateArray())
                    .Select((exchange, index) => ($"{name}/{index}", exchange.GetProperty("response").GetProperty("json"))),
            ];
    }

    private static IEnumerable<string> Differences(JsonElement recorded, JsonElement ours, string path)
    {
        switch (recorded.ValueKind, ours.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var member in recorded.EnumerateObject())
                {
                    var differences = ours.TryGetProperty(member.Name, out var value)
                        ? Differences(member.Value, value, $"{path}.{member.Name}")
                        : [$"{path}.{member.Name} is missing"];
                    foreach (var difference in differences)
                    {
                        yield return difference;
                    }
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                if (recorded.GetArrayLength() > 0 && ours.GetArrayLength() > 0)
                {
                    foreach (var difference in Differences(recorded[0], ours[0], path + "[]"))
                    {
                        yield return difference;
                    }
                }

                break;
            case var (left, right) when left != right && left is not JsonValueKind.Null && right is not JsonValueKind.Null && !(IsFlag(left) && IsFlag(right)):
                // A marker of the records of stubs is a text; that of the service is a number.
                if (!path.EndsWith("marker", StringComparison.Ordinal))
                {
                    yield return $"{path} is {right}, not {left}";
                }

                break;
        }
    }

    private static bool IsFlag(JsonValueKind kind) => kind is JsonValueKind.True or JsonValueKind.False;
}
