using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>
/// What the reference sends to Globus Transfer about tasks and files, and gets back, out of <c>shared/conformance/responses/transfer</c>.
/// </summary>
/// <remarks>
/// Deliberately otherwise: the reference ends its list of tasks after 1000 and shrinks its last page to fit, we go on as long as the service
/// does (<c>limit=900</c>); a list of tasks is always asked for in pages, so the requests of its method without paging get <c>limit=1000</c>; there
/// are no query parameters of one's own (<c>foo=bar</c>), for which there is SendAsync; a deadline is a time (<c>2018-06-01</c> has midnight added);
/// a request that is a mere <c>submission_id</c>, or has no items, is refused and not sent.
/// </remarks>
public sealed class TransferConformanceTests
{
    private static readonly Dictionary<string, JsonTypeInfo> Documents = new(StringComparer.Ordinal)
    {
        ["task_list.json"] = TransferJsonContext.Default.TransferListTransferTask,
        ["endpoint_manager_task_list.json"] = TransferJsonContext.Default.TransferListTransferTask,
        ["functional-task_list-pages.json"] = TransferJsonContext.Default.TransferListTransferTask,
        ["functional-endpoint_manager_task_list-pages.json"] = TransferJsonContext.Default.TransferListTransferTask,
        ["functional-endpoint_manager_task_event_list.json"] = TransferJsonContext.Default.TransferListTaskEvent,
        ["functional-task_skipped_errors-pages.json"] = TransferJsonContext.Default.TransferListSkippedError,
        ["functional-task_wait.json"] = TransferJsonContext.Default.TransferTask,
        ["functional-operation_ls.json"] = TransferJsonContext.Default.TransferListTransferFile,
        ["operation_mkdir.json"] = TransferJsonContext.Default.TransferResult,
        ["get_submission_id.json"] = TransferJsonContext.Default.SubmissionIdDocument,
        ["submit_transfer.json"] = TransferJsonContext.Default.SubmissionResult,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void No_member_of_an_answer_is_lost()
    {
        foreach (var (file, type) in Documents)
        {
            var answers = Answers(file).ToList();

            foreach (var answer in answers)
            {
                var again = JsonSerializer.SerializeToNode(answer.Deserialize(type), type);

                Lost(answer, again, "$").ShouldBeEmpty(file);
            }

            Print($"transfer/{file}: {answers.Count} of {answers.Count}");
        }
    }

    [Fact]
    public async Task Directories_are_listed_as_the_reference_lists_them()
    {
        var exchanges = Exchanges("functional-operation_ls.json");
        foreach (var (request, answer) in exchanges)
        {
            using var transfer = new ScriptedTransfer(answer.ToJsonString());
            var query = request["query"];
            var options = new FileListOptions
            {
                OrderBy = Text(query, "orderby") ?? "",
                Filters = Text(query, "filter") is { } filter ? [filter] : null,
                LocalUser = Text(query, "local_user"),
                PageSize = Text(query, "limit") is { } limit ? int.Parse(limit, CultureInfo.InvariantCulture) : null,
            };

            var files = await transfer.Client.Files.ListAsync(new EndpointId(Segment(request, 4)), options: options).AsPages(Text(query, "offset"), Cancellation).SingleAsync(Cancellation);

            ShouldBeSent(transfer, request);
            files.Items.Select(static file => file.Name).ShouldBe(answer["DATA"]!.AsArray().Select(static file => file!["name"]!.GetValue<string>()));
            files.Items.ShouldAllBe(static file => file.LastModified == new DateTimeOffset(2018, 4, 4, 18, 30, 26, TimeSpan.Zero));
        }

        Print($"transfer/functional-operation_ls.json: {exchanges.Count} of {exchanges.Count}");
    }

    [Fact]
    public async Task Skipped_errors_are_paged_as_the_reference_pages_them()
    {
        var all = Exchanges("functional-task_skipped_errors-pages.json");
        foreach (var exchanges in all.GroupBy(static exchange => exchange.Request["path"]!.GetValue<string>()))
        {
            using var transfer = new ScriptedTransfer(exchanges.Select(static exchange => exchange.Answer.ToJsonString()).ToArray());

            var count = await transfer.Client.Tasks.ListSkippedErrorsAsync(new TransferTaskId(Segment(exchanges.First().Request, 3))).CountAsync(Cancellation);

            count.ShouldBe(exchanges.Sum(static exchange => exchange.Answer["DATA"]!.AsArray().Count));
            transfer.Requests.ShouldBe(exchanges.Select(static exchange => Target(exchange.Request)));
        }

        Print($"transfer/functional-task_skipped_errors-pages.json: {all.Count} of {all.Count}");
    }

    [Fact]
    public async Task Tasks_are_paged_by_their_total()
    {
        var exchanges = Exchanges("functional-task_list-pages.json").Where(static exchange => exchange.Request["query"] is not null).Take(2).ToList();
        using var transfer = new ScriptedTransfer(exchanges.Select(static exchange => exchange.Answer.ToJsonString()).ToArray());

        (await transfer.Client.Tasks.ListAsync().CountAsync(Cancellation)).ShouldBe(200);

        transfer.Requests.ShouldBe([Target(exchanges[0].Request), "GET /v0.10/task_list?limit=1000&offset=100"]);
    }

    [Theory]
    [InlineData("foo", "")]
    [InlineData("foo:bar:baz", "")]
    [InlineData("foo:bar/bar:baz", "")]
    [InlineData("foo:bar,baz", "")]
    [InlineData("", "foo")]
    [InlineData("", "foo,bar")]
    [InlineData("", "foo ASC,bar DESC")]
    public async Task Plain_filters_and_orders_are_sent_as_they_are(string filter, string orderBy)
    {
        using var transfer = new ScriptedTransfer(Answers("task_list.json").Single().ToJsonString());

        var task = await transfer.Client.Tasks.ListAsync(filter, orderBy).SingleAsync(Cancellation);

        task.TaskId.Value.ShouldBe("c5c550a6-55ae-44eb-aa8e-d29f3975d282");
        task.Type.ShouldBe(TransferTaskType.Transfer);
        task.CompletionTime.ShouldBe(new DateTimeOffset(2021, 9, 2, 18, 4, 49, TimeSpan.Zero));
        task.FilesTransferred.ShouldBe(1);
        task.RecursiveSymlinks.ShouldBe(RecursiveSymlinks.Ignore);
        transfer.Requests.ShouldBe(["GET /v0.10/task_list?" + (filter.Length > 0 ? $"filter={filter}&" : "") + (orderBy.Length > 0 ? $"orderby={orderBy}&" : "") + "limit=1000"]);
    }

    [Fact]
    public async Task A_transfer_is_submitted_as_the_reference_submits_it()
    {
        var requests = JsonNode.Parse(File.ReadAllBytes(Path("functional-requests.json")))!["tests"]!.AsArray()
            .Single(static test => test!["test"]!.GetValue<string>() == "test_task_submit.py::test_transfer_submit_success")!["requests"]!.AsArray();
        var accepted = Answers("submit_transfer.json").First(static answer => answer["code"]!.GetValue<string>() == "Accepted");
        using var transfer = new ScriptedTransfer(Answers("get_submission_id.json").Single().ToJsonString(), accepted.ToJsonString());

        var result = await transfer.Client.SubmitTransferAsync(
            new TransferRequest
            {
                SourceEndpoint = new EndpointId("aa752cea-8222-5bc8-acd9-555b090c0ccb"),
                DestinationEndpoint = new EndpointId("313ce13e-b597-5858-ae13-29e46fea26e6"),
                Items = [new TransferItem("/path/to/foo", "/path/to/bar")],
                Label = "mytask",
                Deadline = new DateTimeOffset(2018, 6, 1, 0, 0, 0, TimeSpan.Zero),
                SourceLocalUser = "my-source-user",
                DestinationLocalUser = "my-dest-user",
                SyncLevel = SyncLevel.Exists,
                AdditionalFields = new JsonObject { ["custom_param"] = "foo" },
            },
            Cancellation);

        transfer.Requests.ShouldBe(requests.Select(static request => Target(request!)));
        Lost(requests[1]!["json"]!, JsonNode.Parse(transfer.Bodies[1]), "$").ShouldBeEmpty();
        result.TaskId.Value.ShouldBe(accepted["task_id"]!.GetValue<string>());
        result.TaskLink!.Href.ShouldBe(accepted["task_link"]!["href"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_task_is_waited_for_as_the_reference_waits()
    {
        var success = Exchanges("functional-task_wait.json").Take(2).ToList();
        using var transfer = new ScriptedTransfer((index, _) => ScriptedTransfer.Json(success[index].Answer.ToJsonString()), new OAuth.ImpatientClock(OAuth.ScriptedAuth.Now));

        var task = await transfer.Client.Tasks.WaitAsync(new TransferTaskId(Segment(success[0].Request, 3)), cancellationToken: Cancellation);

        task.Status.ShouldBe(TransferTaskStatus.Succeeded);
        transfer.Requests.ShouldBe(success.Select(static exchange => Target(exchange.Request)));
    }

    // What the one has and the other lacks or has otherwise. A time may be spelled in another way.
    private static IEnumerable<string> Lost(JsonNode? one, JsonNode? other, string path) => (one, other) switch
    {
        (JsonObject members, JsonObject others) => members.SelectMany(member => others.ContainsKey(member.Key)
            ? Lost(member.Value, others[member.Key], $"{path}.{member.Key}")
            : [$"{path}.{member.Key} is lost"]),
        (JsonArray items, JsonArray others) when items.Count == others.Count => items.SelectMany((item, index) => Lost(item, others[index], $"{path}[{index}]")),
        _ => JsonNode.DeepEquals(one, other) || (Time(one) is { } time && time == Time(other)) ? [] : [$"{path} is {other?.ToJsonString() ?? "null"} instead of {one?.ToJsonString() ?? "null"}"],
    };

    private static DateTimeOffset? Time(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length >= 10
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static void ShouldBeSent(ScriptedTransfer transfer, JsonNode request)
    {
        var sent = transfer.Requests.ShouldHaveSingleItem().Split('?');
        sent[0].ShouldBe(Target(request).Split('?')[0]);
        (sent.ElementAtOrDefault(1)?.Split('&') ?? []).ShouldBe(Target(request).Split('?').ElementAtOrDefault(1)?.Split('&') ?? [], ignoreOrder: true);
    }

    private static string Target(JsonNode request)
    {
        var query = string.Join('&', request["query"]?.AsObject().Select(static one => $"{one.Key}={one.Value!.GetValue<string>()}") ?? []);
        return $"{request["http_method"]} {request["path"]}{(query.Length == 0 ? "" : "?" + query)}";
    }

    private static List<(JsonNode Request, JsonNode Answer)> Exchanges(string file) =>
        [.. JsonNode.Parse(File.ReadAllBytes(Path(file)))!["sequences"]!.AsArray().SelectMany(static sequence => sequence!["exchanges"]!.AsArray())
            .Where(static exchange => exchange!["response"]!["json"] is JsonObject)
            .Select(static exchange => (exchange!["request"]!, exchange["response"]!["json"]!))];

    private static IEnumerable<JsonNode> Answers(string file) => file.StartsWith("functional", StringComparison.Ordinal)
        ? Exchanges(file).Select(static exchange => exchange.Answer)
        : JsonNode.Parse(File.ReadAllBytes(Path(file)))!["entries"]!.AsArray().Where(static entry => entry!["response"]!["status"]!.GetValue<int>() < 300).Select(static entry => entry!["response"]!["json"]!);

    private static string Segment(JsonNode request, int index) => request["path"]!.GetValue<string>().Split('/')[index];

    private static string? Text(JsonNode? query, string name) => query?[name]?.GetValue<string>();

    private static string Path(string file) => SharedFolder.File("conformance", "responses", "transfer", file);

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
