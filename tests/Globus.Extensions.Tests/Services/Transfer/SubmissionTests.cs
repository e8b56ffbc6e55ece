using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>A request makes one task, whatever happens to its sendings.</summary>
public sealed class SubmissionTests
{
    private const string Accepted = """{"DATA_TYPE":"transfer_result","code":"Accepted","task_id":"t","submission_id":"s1"}""";
    private const string Duplicate = """{"DATA_TYPE":"transfer_result","code":"Duplicate","task_id":"t","submission_id":"s1"}""";

    private static readonly Guid Source = new("10000000-0000-4000-8000-000000000001");
    private static readonly Guid Destination = new("10000000-0000-4000-8000-000000000002");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TransferRequest Request => new() { SourceEndpoint = Source, DestinationEndpoint = Destination, Items = [new TransferItem("/a", "/b")] };

    private static DeleteRequest Deletion => new() { Endpoint = Source, Paths = ["/a"] };

    public static TheoryData<string, Func<TransferClient, Task>, string> Refused => new()
    {
        { "no item", static client => client.SubmitTransferAsync(Request with { Items = [] }, Cancellation), "Items is empty" },
        { "no path to delete", static client => client.SubmitDeleteAsync(Deletion with { Paths = [] }, Cancellation), "Paths is empty" },
        { "an item without a source", static client => client.SubmitTransferAsync(Request with { Items = [new("/a", "/b"), new("", "/b")] }, Cancellation), "Item 1 has no source path" },
        { "an item out of nothing", static client => client.SubmitTransferAsync(Request with { Items = [default] }, Cancellation), "Item 0 has no source path" },
        { "an item without a destination", static client => client.SubmitTransferAsync(Request with { Items = [new("/a", null!)] }, Cancellation), "Item 0 has no destination path" },
        { "an empty path to delete", static client => client.SubmitDeleteAsync(Deletion with { Paths = [""] }, Cancellation), "Item 0 has no path" },
        { "a NUL in a path", static client => client.SubmitDeleteAsync(Deletion with { Paths = ["/a\0b"] }, Cancellation), "NUL" },
        { "a checksum of a directory", static client => client.SubmitTransferAsync(Request with { Items = [new("/a/", "/b/") { Recursive = true, ExternalChecksum = "x" }] }, Cancellation), "only a file" },
        { "an algorithm without a checksum", static client => client.SubmitTransferAsync(Request with { Items = [new("/a", "/b") { ChecksumAlgorithm = "MD5" }] }, Cancellation), "has none" },
        { "a long label", static client => client.SubmitTransferAsync(Request with { Label = new string('x', 129) }, Cancellation), "129 characters" },
        { "a label of two lines", static client => client.SubmitDeleteAsync(Deletion with { Label = "a\nb" }, Cancellation), "line break" },
        { "a label with a blank", static client => client.SubmitDeleteAsync(Deletion with { Label = "a " }, Cancellation), "blank" },
        { "an unknown sync level", static client => client.SubmitTransferAsync(Request with { SyncLevel = new SyncLevel(4) }, Cancellation), "no sync level" },
        { "an empty source", static client => client.SubmitTransferAsync(Request with { SourceEndpoint = default }, Cancellation), "SourceEndpoint is empty" },
        { "an empty endpoint", static client => client.SubmitDeleteAsync(Deletion with { Endpoint = default }, Cancellation), "Endpoint is empty" },
        { "an empty submission id", static client => client.SubmitDeleteAsync(Deletion with { SubmissionId = default(SubmissionId) }, Cancellation), "submission id is empty" },
        { "a field of the protocol", static client => client.PrepareAsync(Request with { AdditionalFields = new JsonObject { ["data"] = 1 } }, Cancellation), "'data'" },
        { "a rule without a name", static client => client.PrepareAsync(Request with { FilterRules = [TransferFilterRule.Exclude("")] }, Cancellation), "pattern" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_the_service_would_refuse(string what, Func<TransferClient, Task> call, string message)
    {
        using var transfer = new ScriptedTransfer();

        var exception = await Should.ThrowAsync<ArgumentException>(() => call(transfer.Client), what);

        exception.Message.ShouldContain(message);
        transfer.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_id_comes_first_and_goes_along()
    {
        using var transfer = new ScriptedTransfer(Id(1), Accepted);

        var result = await transfer.Client.SubmitTransferAsync(Request, Cancellation);

        result.TaskId.Value.ShouldBe("t");
        result.IsDuplicate.ShouldBeFalse();
        transfer.Requests.ShouldBe(["GET /v0.10/submission_id", "POST /v0.10/transfer"]);
        Node(transfer.Bodies[1]).ShouldBeSame("""
            {"DATA_TYPE":"transfer","submission_id":"s1","source_endpoint":"10000000-0000-4000-8000-000000000001","destination_endpoint":"10000000-0000-4000-8000-000000000002",
             "DATA":[{"DATA_TYPE":"transfer_item","source_path":"/a","destination_path":"/b"}]}
            """);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(null)]
    public async Task Sends_the_same_request_again_and_takes_a_duplicate_for_success(HttpStatusCode? failure)
    {
        using var transfer = new ScriptedTransfer((index, _) => index switch
        {
            0 => ScriptedTransfer.Json(Id(1)),
            1 when failure is null => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            1 => ScriptedTransfer.Json("{}", failure.Value),
            _ => ScriptedTransfer.Json(Duplicate),
        });

        var result = await transfer.Client.SubmitDeleteAsync(Deletion, Cancellation);

        result.IsDuplicate.ShouldBeTrue();
        result.TaskId.Value.ShouldBe("t");
        transfer.Requests.ShouldBe(["GET /v0.10/submission_id", "POST /v0.10/delete", "POST /v0.10/delete"]);
        transfer.Bodies[2].ShouldBe(transfer.Bodies[1]);
    }

    [Fact]
    public async Task The_same_object_after_a_failure_is_the_same_submission()
    {
        var ids = 0;
        var fails = true;
        using var transfer = new ScriptedTransfer((_, request) =>
            request.Method == HttpMethod.Get ? ScriptedTransfer.Json(Id(++ids))
            : fails ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
            : ScriptedTransfer.Json(Accepted));
        var request = Request;

        await Should.ThrowAsync<HttpRequestException>(() => transfer.Client.SubmitTransferAsync(request, Cancellation));
        (await transfer.Client.PrepareAsync(request, Cancellation)).SubmissionId.ShouldNotBeNull(); // To be kept: still the same one.
        fails = false;
        await transfer.Client.SubmitTransferAsync(request, Cancellation);
        ids.ShouldBe(1);

        // What was accepted is over: the same object makes another task now, and so does a copy that says something else.
        await transfer.Client.SubmitTransferAsync(request, Cancellation);
        await transfer.Client.SubmitTransferAsync(request with { Label = "other" }, Cancellation);
        ids.ShouldBe(3);
        request.SubmissionId.ShouldBeNull();
    }

    [Fact]
    public async Task A_prepared_request_survives_a_crash()
    {
        using var before = new ScriptedTransfer(Id(1));
        var kept = (await before.Client.PrepareAsync(Request with { Label = "nightly", AdditionalFields = new JsonObject { ["k"] = null } }, Cancellation)).ToJson();
        using var after = new ScriptedTransfer(Duplicate);

        var request = TransferRequest.FromJson(kept);
        await after.Client.SubmitTransferAsync(request, Cancellation);

        after.Requests.ShouldBe(["POST /v0.10/transfer"]);
        after.Bodies[0].ShouldBe(kept);
        request.SubmissionId.ShouldBe(new SubmissionId("s1"));
        request.AdditionalFields!.ContainsKey("k").ShouldBeTrue();
        (await after.Client.PrepareAsync(request, Cancellation)).ShouldBe(request);
    }

    [Fact]
    public async Task A_request_that_was_not_prepared_has_its_id_from_the_sending_to_the_acceptance()
    {
        var request = Deletion;
        var sent = "";
        var fails = true;
        using var transfer = new ScriptedTransfer((_, message) =>
        {
            if (message.Method == HttpMethod.Get)
            {
                return ScriptedTransfer.Json(Id(1));
            }

            sent = request.ToJson();
            return fails ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : ScriptedTransfer.Json(Accepted);
        });

        await Should.ThrowAsync<HttpRequestException>(() => transfer.Client.SubmitDeleteAsync(request, Cancellation));
        var kept = request.ToJson();
        var copy = request with { Label = "other" };

        request.SubmissionId.ShouldBe(new SubmissionId("s1"));
        copy.SubmissionId.ShouldBeNull();
        sent.ShouldBe(kept);
        kept.ShouldBe(transfer.Bodies[1]);
        DeleteRequest.FromJson(kept).SubmissionId.ShouldBe(request.SubmissionId);

        fails = false;
        await transfer.Client.SubmitDeleteAsync(request, Cancellation);
        request.SubmissionId.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_object_submitted_twice_at_once_is_one_submission()
    {
        var request = Request;
        var (ids, other) = (0, (Task<SubmissionResult>?)null);
        TransferClient client = null!;
        using var transfer = new ScriptedTransfer((_, message) =>
        {
            if (message.Method != HttpMethod.Get)
            {
                return ScriptedTransfer.Json(Accepted);
            }

            var id = ++ids;
            if (id == 1)
            {
                other = client.SubmitTransferAsync(request, Cancellation); // Has its answer before the first one has its id.
            }

            return ScriptedTransfer.Json(Id(id));
        });
        client = transfer.Client;

        await client.SubmitTransferAsync(request, Cancellation);
        await other!;

        transfer.Requests.Count(static one => one.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(2);
        transfer.Bodies.Where(static body => body.Length > 0).Distinct().ShouldHaveSingleItem();
        request.SubmissionId.ShouldBeNull();
    }

    [Fact]
    public async Task A_submission_that_failed_stays_the_same_one_though_it_was_accepted_elsewhere_meanwhile()
    {
        var request = Request;
        var (sendings, other) = (0, (Task<SubmissionResult>?)null);
        TransferClient client = null!;
        using var transfer = new ScriptedTransfer((_, message) =>
        {
            if (message.Method == HttpMethod.Get)
            {
                return ScriptedTransfer.Json(Id(1));
            }

            if (++sendings == 1)
            {
                other = client.SubmitTransferAsync(request, Cancellation);
            }

            return other is null ? ScriptedTransfer.Json(Accepted) : throw new HttpRequestException(HttpRequestError.ResponseEnded);
        });
        client = transfer.Client;

        await Should.ThrowAsync<HttpRequestException>(() => client.SubmitTransferAsync(request, Cancellation));
        await other!;

        request.SubmissionId.ShouldBe(new SubmissionId("s1"));
    }

    [Fact]
    public async Task A_request_of_the_other_kind_is_refused()
    {
        using var transfer = new ScriptedTransfer();
        var request = TransferRequest.FromJson("""{"DATA_TYPE":"delete","source_endpoint":"a","destination_endpoint":"b","DATA":[{"source_path":"/a","destination_path":"/b"}]}""");

        (await Should.ThrowAsync<ArgumentException>(() => transfer.Client.SubmitTransferAsync(request, Cancellation))).Message.ShouldContain("'delete'");
        Should.Throw<JsonException>(() => TransferRequest.FromJson("""{"source_endpoint":"a","destination_endpoint":"b","DATA":[{"source_path":"/a","to":"/b"}]}"""));
        Should.Throw<JsonException>(() => DeleteRequest.FromJson("null"));
        Should.Throw<JsonException>(() => DeleteRequest.FromJson("""{"endpoint":"a","DATA":[{}]}"""));
    }

    [Fact]
    public void Every_member_is_written_and_read()
    {
        const string transfer = """
            {"DATA_TYPE":"transfer","submission_id":"s","source_endpoint":"a","destination_endpoint":"b",
             "DATA":[{"DATA_TYPE":"transfer_item","source_path":"/src/f","destination_path":"/dst/ü","external_checksum":"d5","checksum_algorithm":"MD5"},
                     {"DATA_TYPE":"transfer_item","source_path":"/src/d/","destination_path":"/dst/d/","recursive":true},
                     {"DATA_TYPE":"transfer_symlink_item","source_path":"/src/l","destination_path":"/dst/l"}],
             "label":"l","deadline":"2026-01-02T03:04:05.5+00:00","notify_on_succeeded":true,"notify_on_failed":false,"notify_on_inactive":true,"store_base_path_info":true,
             "sync_level":0,"verify_checksum":true,"preserve_timestamp":true,"encrypt_data":true,"skip_source_errors":true,"fail_on_quota_errors":true,"delete_destination_extra":true,
             "recursive_symlinks":"copy","filter_rules":[{"DATA_TYPE":"filter_rule","method":"include","name":"*.txt","type":"file"},{"DATA_TYPE":"filter_rule","method":"exclude","name":"*"}],
             "source_local_user":"u","destination_local_user":"v","k":{"more":[1]}}
            """;
        const string deletion = """
            {"DATA_TYPE":"delete","submission_id":"s","endpoint":"a","DATA":[{"DATA_TYPE":"delete_item","path":"/a"},{"DATA_TYPE":"delete_item","path":"/b/*"}],
             "label":"l","deadline":"2026-01-02T03:04:05+00:00","notify_on_succeeded":true,"notify_on_failed":true,"notify_on_inactive":true,"store_base_path_info":false,
             "recursive":true,"ignore_missing":true,"interpret_globs":true,"local_user":"u","k":null}
            """;

        Node(TransferRequest.FromJson(transfer).ToJson()).ShouldBeSame(transfer);
        Node(DeleteRequest.FromJson(deletion).ToJson()).ShouldBeSame(deletion);
        TransferRequest.FromJson(transfer).SyncLevel.ShouldBe(SyncLevel.Exists);
        TransferRequest.FromJson(transfer).Items[2].IsSymlink.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_without_an_id_is_an_api_error()
    {
        using var transfer = new ScriptedTransfer("""{"DATA_TYPE":"submission_id"}""");

        await Should.ThrowAsync<TransferApiException>(() => transfer.Client.GetSubmissionIdAsync(Cancellation));
    }

    private static string Id(int number) => $$"""{"DATA_TYPE":"submission_id","value":"s{{number}}"}""";

    private static JsonNode? Node(string? json) => JsonNode.Parse(json!);
}
