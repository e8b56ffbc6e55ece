using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TransferPagingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_offset_until_the_total_is_there()
    {
        using var transfer = new ScriptedTransfer(Tasks(2, "\"total\":5"), Tasks(2, "\"total\":5"), Tasks(1, "\"total\":5"));

        var pages = await transfer.Client.Tasks.ListAsync(pageSize: 2).AsPages(cancellationToken: Cancellation).ToListAsync(Cancellation);

        pages.Select(static page => page.NextMarker).ShouldBe(["2", "4", null]);
        pages.ShouldAllBe(static page => page.Total == 5);
        transfer.Requests.ShouldBe(["GET /v0.10/task_list?limit=2", "GET /v0.10/task_list?limit=2&offset=2", "GET /v0.10/task_list?limit=2&offset=4"]);
    }

    [Fact]
    public async Task By_offset_from_where_another_process_stopped()
    {
        using var transfer = new ScriptedTransfer(Tasks(1, "\"total\":5"));

        await transfer.Client.Tasks.ListAsync().AsPages("4", Cancellation).ToListAsync(Cancellation);

        transfer.Requests.ShouldBe(["GET /v0.10/task_list?limit=1000&offset=4"]);
        await Should.ThrowAsync<ArgumentException>(async () => await transfer.Client.Tasks.ListAsync().AsPages("-4", Cancellation).ToListAsync(Cancellation));
        transfer.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task By_offset_while_there_is_a_next_page_and_no_further_than_the_service_goes()
    {
        using var transfer = new ScriptedTransfer(Tasks(4, "\"has_next_page\":true"), Tasks(4, "\"has_next_page\":true"), Tasks(2, "\"has_next_page\":true"));

        var list = TransferPages.ByOffset(transfer.Connection, "x", new TransferQuery(), TransferAnswers.TransferTaskList, 4, maxTotal: 10);

        (await list.CountAsync(Cancellation)).ShouldBe(10);
        transfer.Requests.ShouldBe(["GET /x?limit=4", "GET /x?limit=4&offset=4", "GET /x?limit=2&offset=8"]);
    }

    [Fact]
    public async Task By_markers_that_are_numbers_or_texts()
    {
        var id = new TransferTaskId("t");
        using var transfer = new ScriptedTransfer(
            """{"DATA":[{}],"marker":0,"next_marker":17}""", """{"DATA":[{}],"next_marker":"m 1"}""", """{"DATA":[{}],"next_marker":null}""");

        (await transfer.Client.Tasks.ListSuccessfulTransfersAsync(id).CountAsync(Cancellation)).ShouldBe(3);

        transfer.Requests.ShouldBe(
            ["GET /v0.10/task/t/successful_transfers", "GET /v0.10/task/t/successful_transfers?marker=17", "GET /v0.10/task/t/successful_transfers?marker=m 1"]);
    }

    [Fact]
    public async Task By_the_last_key_while_there_is_a_next_page()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[{}],"last_key":"abc","has_next_page":true}""", """{"DATA":[{}],"last_key":"def","has_next_page":false}""");

        var list = TransferPages.ByLastKey(transfer.Connection, "x", new TransferQuery().Add("a", 1), TransferAnswers.TransferTaskList);

        (await list.CountAsync(Cancellation)).ShouldBe(2);
        transfer.Requests.ShouldBe(["GET /x?a=1", "GET /x?a=1&last_key=abc"]);
    }

    [Fact]
    public async Task By_keys_and_flags_that_are_spelled_otherwise()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[{}],"last_key":17,"has_next_page":"true"}""", """{"DATA":[{}],"last_key":18,"has_next_page":"false"}""");

        var list = TransferPages.ByLastKey(transfer.Connection, "x", new TransferQuery(), TransferAnswers.TransferTaskList);

        (await list.CountAsync(Cancellation)).ShouldBe(2);
        transfer.Requests.ShouldBe(["GET /x", "GET /x?last_key=17"]);
    }

    [Fact]
    public async Task By_offset_past_what_is_no_item()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[{"task_id":"a"},null],"total":"3"}""", """{"DATA":[{"task_id":"b"}],"total":"3"}""");

        var tasks = await transfer.Client.Tasks.ListAsync(pageSize: 2).ToListAsync(Cancellation);

        tasks.Select(static task => task.TaskId.Value).ShouldBe(["a", "b"]);
        transfer.Requests.ShouldBe(["GET /v0.10/task_list?limit=2", "GET /v0.10/task_list?limit=2&offset=2"]);
    }

    [Fact]
    public async Task By_the_next_token_of_a_list_that_names_its_items_otherwise()
    {
        using var transfer = new ScriptedTransfer("""{"shared_endpoints":[{}],"next_token":"t1"}""", """{"shared_endpoints":[{}],"next_token":null}""");

        var list = TransferPages.ByNextToken(transfer.Connection, "x", new TransferQuery(), TransferAnswers.TransferTaskList);

        (await list.CountAsync(Cancellation)).ShouldBe(2);
        transfer.Requests.ShouldBe(["GET /x", "GET /x?next_token=t1"]);
    }

    [Theory]
    [InlineData("\"https://elsewhere.example.org/v2/other?page%5Bmarker%5D=b&page%5Blimit%5D=1#top\"")]
    [InlineData("{\"href\":\"/v2/x?page%5Bmarker%5D=b&page%5Blimit%5D=1\"}")]
    public async Task By_the_query_of_a_link_and_nothing_else_of_it(string link)
    {
        using var transfer = new ScriptedTransfer(
            "{\"data\":[{\"id\":1},{\"id\":2}],\"links\":{\"next\":" + link + "}}", """{"data":[{"id":3}],"links":null,"meta":{"request_id":"r"}}""");

        var list = TransferPages.ByLink(transfer.Connection, "v2/x", new TransferQuery().Add("page[limit]", 1), JsonApiShapes.TunnelEvent);
        var pages = await list.AsPages(cancellationToken: Cancellation).ToListAsync(Cancellation);

        pages.SelectMany(static page => page.Items).Select(static item => item.Id).ShouldBe([1, 2, 3]);
        pages[1].ExtensionData!["meta"].GetProperty("request_id").GetString().ShouldBe("r");
        transfer.Requests.ShouldBe(["GET /v2/x?page[limit]=1", "GET /v2/x?page[marker]=b&page[limit]=1"]);
    }

    [Fact]
    public async Task By_offset_no_further_than_an_empty_page()
    {
        using var transfer = new ScriptedTransfer(Tasks(2, "\"total\":5"), Tasks(0, "\"total\":5"));

        var pages = await transfer.Client.Tasks.ListAsync(pageSize: 2).AsPages(cancellationToken: Cancellation).ToListAsync(Cancellation);

        pages.Select(static page => page.NextMarker).ShouldBe(["2", null]);
    }

    [Fact]
    public async Task By_markers_over_an_empty_page()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[],"next_marker":17}""", """{"DATA":[{}],"next_marker":null}""");

        (await transfer.Client.Tasks.ListSkippedErrorsAsync(new TransferTaskId("t")).CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task By_the_last_key_over_an_empty_page()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[],"last_key":"abc","has_next_page":true}""", """{"DATA":[{}],"has_next_page":false}""");

        (await transfer.Client.Manager.Tasks.ListAsync().CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task By_the_next_token_over_an_empty_page()
    {
        using var transfer = new ScriptedTransfer("""{"shared_endpoints":[],"next_token":"t1"}""", """{"shared_endpoints":[{"id":"e"}],"next_token":""}""");

        (await transfer.Client.SharedEndpoints.ListAsync(Guid.Empty).CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task By_links_over_an_empty_page()
    {
        using var transfer = new ScriptedTransfer("""{"data":[],"links":{"next":"/v2/x?page%5Bmarker%5D=b"}}""", """{"data":[{"id":3}],"links":{"next":null}}""");

        (await TransferPages.ByLink(transfer.Connection, "v2/x", new TransferQuery(), JsonApiShapes.TunnelEvent).CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_marker_that_comes_again_is_an_api_error()
    {
        using var transfer = new ScriptedTransfer(
            """{"DATA":[{}],"next_marker":17}""", """{"DATA":[{}],"next_marker":18}""", """{"DATA":[{}],"next_marker":17}""");
        var seen = 0;

        var exception = await Should.ThrowAsync<TransferApiException>(async () =>
        {
            await foreach (var one in transfer.Client.Tasks.ListSuccessfulTransfersAsync(new TransferTaskId("t")).WithCancellation(Cancellation))
            {
                seen++;
            }
        });

        seen.ShouldBe(3);
        exception.Message.ShouldContain("'17'");
        transfer.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"DATA":[{}],"has_next_page":true}""")]
    [InlineData("""{"DATA":[{}],"has_next_page":true,"last_key":""}""")]
    public async Task A_next_page_without_a_key_is_an_api_error(string page)
    {
        using var transfer = new ScriptedTransfer(page);

        var exception = await Should.ThrowAsync<TransferApiException>(async () => await transfer.Client.Manager.Tasks.ListAsync().ToListAsync(Cancellation));

        exception.Message.ShouldContain("last_key");
        exception.RawBody.ShouldBe(page);
    }

    [Fact]
    public async Task A_marker_that_is_no_text_is_an_api_error()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[{}],"next_marker":"\ud800"}""");

        await Should.ThrowAsync<TransferApiException>(async () => await transfer.Client.Tasks.ListSkippedErrorsAsync(new TransferTaskId("t")).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("/../../v0.10/task_list?")]
    [InlineData("")]
    public async Task The_marker_of_another_list_is_refused(string marker)
    {
        using var transfer = new ScriptedTransfer();

        await Should.ThrowAsync<ArgumentException>(async () => await transfer.Client.Tunnels.ListAsync().AsPages(marker, Cancellation).ToListAsync(Cancellation));

        transfer.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_an_api_error()
    {
        using var transfer = new ScriptedTransfer("""{"data":[{"id":1}],"links":{"next":"/v2/x"}}""");
        var list = TransferPages.ByLink(transfer.Connection, "v2/x", new TransferQuery(), JsonApiShapes.TunnelEvent);

        (await Should.ThrowAsync<TransferApiException>(async () => await list.ToListAsync(Cancellation))).Message.ShouldContain("'/v2/x'");
    }

    [Theory]
    [InlineData("""{"DATA":[{}],"has_next_page":1}""")]
    [InlineData("""{"DATA":[{}],"has_next_page":"yes"}""")]
    [InlineData("""{"DATA":[{}],"has_next_page":true,"last_key":{"key":7}}""")]
    public async Task What_may_name_a_next_page_and_cannot_be_understood_is_an_api_error(string page)
    {
        using var transfer = new ScriptedTransfer(page);

        await Should.ThrowAsync<TransferApiException>(async () => await transfer.Client.Manager.Tasks.ListAsync().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task An_answer_without_items_is_an_api_error()
    {
        using var transfer = new ScriptedTransfer("""{"DATA_TYPE":"task_list"}""");

        await Should.ThrowAsync<TransferApiException>(async () => await transfer.Client.Tasks.ListAsync().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_page_tells_what_else_the_service_said()
    {
        using var transfer = new ScriptedTransfer("""{"DATA":[],"path":"/~/","symlink_supported":null}""");

        var page = await transfer.Client.Files.ListAsync(Guid.Empty).AsPages(cancellationToken: Cancellation).SingleAsync(Cancellation);

        page.ExtensionData!["path"].GetString().ShouldBe("/~/");
        page.ExtensionData["symlink_supported"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string Tasks(int count, string rest) => "{\"DATA\":[" + string.Join(',', Enumerable.Repeat("{\"task_id\":\"t\"}", count)) + "]," + rest + "}";
}
