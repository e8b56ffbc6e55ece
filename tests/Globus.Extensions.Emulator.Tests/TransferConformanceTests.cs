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
        ["functional-requests.json"] = "It holds requests, no answers.",
        ["functional-retry.json"] = "Its failures come from fault scripts, not from documents.",
        ["set_subscription_admin_verified.json:no_identities_in_session"] = "The emulator's subscriptions are never of high assurance.",
    };

    [Fact]
    public async Task Answers_have_the_shape_of_the_recorded_ones()
    {
        var root = SharedFolder.File("conformance", "responses", "transfer");
        var files = Directory.GetFiles(root, "*.json", SearchOption.AllDirectories);
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var task = (await stage.TransferAsync($"{Item("/missing", "/m")},{Item("/a.txt", "/a.txt")}", ""","skip_source_errors":true"""))
            .GetProperty("task_id").GetString()!;
        var failures = new List<string>();

        foreach (var file in files.Order(StringComparer.Ordinal).Where(static file => !Elsewhere.ContainsKey(Path.GetFileName(file))))
        {
            var (passed, present) = (0, 0);
            foreach (var (name, status, recorded) in (await RecordedAsync(root, file)).Where(static record => !Elsewhere.ContainsKey(record.Name)))
            {
                present++;
                var answer = await AskAsync(stage, task, name);
                var differences = Differences(recorded, answer.Json, "$").Distinct().ToList();
                if ((int)answer.Status != status)
                {
                    differences.Add($"the status is {(int)answer.Status}, not {status}");
                }

                passed += differences.Count == 0 ? 1 : 0;
                failures.AddRange(differences.Select(difference => $"{name}: {difference}"));
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetRelativePath(root, file)}: {passed} of {present}");
        }

        foreach (var (file, reason) in Elsewhere)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{file}: not compared. {reason}");
        }

        failures.ShouldBeEmpty();
    }

    /// <summary>Our answer to the same kind of request.</summary>
    private static async Task<Answer> AskAsync(TransferStage stage, string task, string name)
    {
        var file = Path.GetFileName(name.Split(':')[0]);
        return file switch
        {
            "submit_transfer.json" => await stage.User.PostAsync(
                "transfer", stage.Transfer(name.EndsWith(":failure", StringComparison.Ordinal) ? "" : Item("/a.txt", "/b.txt"))),
            "submit_delete.json" => await stage.User.PostAsync("delete", stage.Delete(DeleteItem("/none"), ""","ignore_missing":true""")),
            "cancel_task.json" => await stage.User.PostAsync($"task/{task}/cancel"),
            "get_submission_id.json" => await stage.User.GetAsync("submission_id"),
            "get_endpoint.json" => await stage.User.GetAsync($"endpoint/{stage.SourceId}"),
            "update_endpoint.json" => await stage.User.PutAsync($"endpoint/{stage.SourceId}", """{"display_name":"Source"}"""),
            "set_subscription_id.json" => await SetSubscriptionAsync(stage, name.Split(':')[1]),
            "set_subscription_admin_verified.json" => await VouchAsync(stage, name.Split(':')[1]),
            "operation_stat.json" => await StatAsync(stage, name.Split(':')[1]),
            "operation_rename.json" => await RenameAsync(stage),
            "operation_mkdir.json" => await stage.User.ChangeAsync(stage.DestinationId, "mkdir", ("path", $"/{Guid.NewGuid()}")),
            "functional-operation_ls.json" => await stage.User.ListAsync(stage.SourceId, "/"),
            "functional-endpoint_search-pages.json" => await stage.User.GetAsync("endpoint_search?filter_fulltext=emulator"),
            "functional-endpoint_server_list.json" => await stage.User.GetAsync($"endpoint/{stage.SourceId}/server_list"),
            "functional-get_shared_endpoint_list-pages.json" => await stage.User.GetAsync($"endpoint/{TransferUser.First}/shared_endpoint_list"),
            "task_list.json" or "functional-task_list-pages.json" => await stage.User.GetAsync("task_list"),
            "functional-task_wait.json" => await stage.User.GetAsync($"task/{task}"),
            "functional-task_skipped_errors-pages.json" => await stage.User.GetAsync($"task/{task}/skipped_errors"),
            "endpoint_manager_task_list.json" or "functional-endpoint_manager_task_list-pages.json" =>
                await stage.User.GetAsync($"endpoint_manager/task_list?filter_endpoint={stage.SourceId}"),
            "endpoint_manager_task_successful_transfers.json" => await stage.User.GetAsync($"endpoint_manager/task/{task}/successful_transfers"),
            "functional-endpoint_manager_task_event_list.json" => await stage.User.GetAsync($"endpoint_manager/task/{task}/event_list?filter_is_error=1"),
            _ => await AskVersion2Async(stage.User, file),
        };
    }

    private static async Task<Answer> AskVersion2Async(TransferUser user, string file)
    {
        var points = (await user.GetAsync("v2/stream_access_points")).Json.GetProperty("data");
        var tunnel = file.Contains("tunnel", StringComparison.Ordinal) ? await user.PostAsync("v2/tunnels", $$"""
            {"data":{"type":"Tunnel","attributes":{"label":"Test","submission_id":"{{Guid.NewGuid()}}" },"relationships":{
             "initiator":{"data":{"type":"StreamAccessPoint","id":"{{points[0].GetProperty("id").GetString()}}" } },
             "listener":{"data":{"type":"StreamAccessPoint","id":"{{points[1].GetProperty("id").GetString()}}" } } } } }
            """) : null;
        var bookmark = file.Contains("bookmark", StringComparison.Ordinal) ? await user.PostAsync("v2/bookmarks", $$"""
            {"data":{"type":"Bookmark","attributes":{"name":"{{Guid.NewGuid()}}","path":"/home/" },
             "relationships":{"collection":{"data":{"type":"Collection","id":"{{TransferUser.First}}" } } } } }
            """) : null;
        var id = (tunnel ?? bookmark)?.Json.GetProperty("data").GetProperty("id").GetString();
        const string Stop = """{"data":{"type":"Tunnel","attributes":{"state":"STOPPING"}}}""";
        switch (file)
        {
            case "create_tunnel.json" or "create_bookmark.json":
                return (tunnel ?? bookmark)!;
            case "update_bookmark.json":
                return await user.PatchAsync($"v2/bookmarks/{id}", $$"""{"data":{"type":"Bookmark","attributes":{"name":"{{Guid.NewGuid()}}","path":"/home/" } } }""");
            case "delete_bookmark.json":
                return await user.DeleteAsync($"v2/bookmarks/{id}");
            case "update_tunnel.json":
                return await user.PatchAsync($"v2/tunnels/{id}", Stop);
            case "delete_tunnel.json":
                await user.PatchAsync($"v2/tunnels/{id}", Stop);
                return await user.DeleteAsync($"v2/tunnels/{id}");
            default:
                return await user.GetAsync(file switch
                {
                    "get_tunnel.json" => $"v2/tunnels/{id}",
                    "get_tunnel_events.json" => $"v2/tunnels/{id}/events",
                    "list_tunnels.json" => "v2/tunnels",
                    "get_bookmark.json" => $"v2/bookmarks/{id}?include=collection",
                    "list_bookmarks.json" => "v2/bookmarks?include=collection",
                    "list_stream_access_points.json" => "v2/stream_access_points",
                    "get_stream_access_point.json" => $"v2/stream_access_points/{points[0].GetProperty("id").GetString()}",
                    _ => throw new InvalidOperationException($"{file} has neither a request here nor a reason to have none."),
                });
        }
    }

    private static async Task<Answer> SetSubscriptionAsync(TransferStage stage, string name)
    {
        var (user, endpoint) = name switch
        {
            "not_found" => (stage.User, $"{Guid.NewGuid()}"),
            // Who has none cannot have the default one either.
            "multi_subscriber_cannot_use_default" => (stage.User, stage.SourceId),
            _ => (await TransferUser.LogInAsync(stage.Driver, TestClients.Grace), stage.SourceId),
        };
        return await user.PutAsync($"endpoint/{endpoint}/subscription", """{"subscription_id":"DEFAULT"}""");
    }

    private static async Task<Answer> VouchAsync(TransferStage stage, string name)
    {
        var grace = await TransferUser.LogInAsync(stage.Driver, TestClients.Grace);
        var path = $"endpoint/{(name == "non_subscribed_endpoint" ? stage.DestinationId : stage.SourceId)}/subscription_admin_verified";
        await SetSubscriptionAsync(stage, "default");
        return await (name == "no_admin_role" ? stage.User : grace).PutAsync(path, name == "non_valid_verified_status" ? """{"subscription_admin_verified":maybe}""" : """{"subscription_admin_verified":true}""");
    }

    private static async Task<Answer> StatAsync(TransferStage stage, string name) => name switch
    {
        "not_found" => await stage.User.StatAsync(stage.SourceId, "/none"),
        "permission_denied" => await StatOutsideAsync(stage),
        _ => await stage.User.StatAsync(stage.SourceId, "/a.txt"),
    };

    private static async Task<Answer> StatOutsideAsync(TransferStage stage)
    {
        File.CreateSymbolicLink(Path.Combine(stage.Source.FullName, "outside"), stage.Destination.FullName);
        return await stage.User.StatAsync(stage.SourceId, "/outside/x");
    }

    private static async Task<Answer> RenameAsync(TransferStage stage)
    {
        stage.Destination.Write("old.txt", "old");
        return await stage.User.ChangeAsync(stage.DestinationId, "rename", ("old_path", "/old.txt"), ("new_path", "/new.txt"));
    }

    private static async Task<IReadOnlyList<(string Name, int Status, JsonElement Document)>> RecordedAsync(string root, string file)
    {
        var document = JsonElement.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var name = Path.GetRelativePath(root, file);
        var answers = document.TryGetProperty("entries", out var entries)
            ? entries.EnumerateArray().Select(static entry => (Case: entry.GetProperty("case").GetString(), Response: entry.GetProperty("response")))
            : document.GetProperty("sequences").EnumerateArray()
                .SelectMany(static sequence => sequence.GetProperty("exchanges").EnumerateArray())
                .Select(static (exchange, index) => (Case: (string?)$"{index}", Response: exchange.GetProperty("response")));
        return
        [
            .. answers.Select(answer => ($"{name}:{answer.Case}", answer.Response.GetProperty("status").GetInt32(), answer.Response.GetProperty("json"))),
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
