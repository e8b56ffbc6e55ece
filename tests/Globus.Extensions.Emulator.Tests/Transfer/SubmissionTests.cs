using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class SubmissionTests
{
    private const string Unknown = "11111111-1111-4111-8111-111111111111";

    [Fact]
    public async Task A_transfer_of_100_000_items_is_accepted_where_other_bodies_are_small()
    {
        await using var stage = await StartAsync();
        var items = string.Join(',', Enumerable.Range(0, 100_000).Select(static i => Item($"/no/such/folder/with-a-name/file-{i}.txt", $"/incoming/file-{i}.txt")));
        var document = stage.Transfer(items);

        var accepted = await stage.User.PostAsync("transfer", document);
        var task = await stage.WaitAsync(accepted["task_id"]);
        var tooLarge = await stage.User.PutAsync($"task/{accepted["task_id"]}", document[..300_000]);

        document.Length.ShouldBeGreaterThan(10_000_000);
        accepted["code"].ShouldBe("Accepted");
        task.GetProperty("status").GetString().ShouldBe("FAILED");
        tooLarge.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_submission_becomes_one_task_however_often_it_comes()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var document = stage.Transfer(Item("/a.txt", "/a.txt"));

        var first = await stage.User.PostAsync("transfer", document);
        await stage.WaitAsync(first["task_id"]);
        var second = await stage.User.PostAsync("transfer", document);

        first.Status.ShouldBe(HttpStatusCode.OK);
        first["code"].ShouldBe("Accepted");
        first["DATA_TYPE"].ShouldBe("transfer_result");
        first["resource"].ShouldBe("/v0.10/transfer");
        first.Json.GetProperty("task_link").GetProperty("href").GetString().ShouldBe($"/v0.10/task/{first["task_id"]}?format=json");
        second.Status.ShouldBe(HttpStatusCode.OK);
        second["code"].ShouldBe("Duplicate");
        second["task_id"].ShouldBe(first["task_id"]);
        second["submission_id"].ShouldBe(first["submission_id"]);
        (await stage.User.GetAsync("task_list")).Json.GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Many_callers_with_one_submission_get_one_task()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var document = stage.Transfer(Item("/a.txt", "/a.txt"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => stage.User.PostAsync("transfer", document)));

        answers.Count(answer => answer["code"] == "Accepted").ShouldBe(1);
        answers.Select(answer => answer["task_id"]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_submission_that_was_refused_may_come_again()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var id = $"{Guid.NewGuid()}";

        var refused = await stage.User.PostAsync("transfer", stage.Transfer("", submissionId: id));
        var accepted = await stage.User.PostAsync("transfer", stage.Transfer(Item("/a.txt", "/a.txt"), submissionId: id));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused["code"].ShouldBe("ClientError.BadRequest.NoTransferItems");
        refused["message"].ShouldBe("A transfer requires at least one item");
        accepted["code"].ShouldBe("Accepted");
    }

    [Theory]
    [InlineData(""","submission_id":"x" """, "submission_id")]
    [InlineData(""","sync_level":4""", "sync_level")]
    [InlineData(""","sync_level":"checksum" """, "sync_level")]
    [InlineData(""","verify_checksum":"yes" """, "verify_checksum")]
    [InlineData(""","recursive_symlinks":"follow" """, "recursive_symlinks")]
    [InlineData(""","deadline":"tomorrow" """, "deadline")]
    [InlineData(""","label":" x" """, "label")]
    [InlineData(""","label":"x\ny" """, "label")]
    [InlineData(""","filter_rules":[{"method":"refuse","name":"x"}]""", "method")]
    [InlineData(""","filter_rules":[{"method":"exclude"}]""", "name")]
    [InlineData(""","filter_rules":[{"method":"exclude","name":"x","type":"link"}]""", "type")]
    [InlineData(""","source_endpoint":"x" """, "source_endpoint")]
    [InlineData(""","DATA_TYPE":"delete" """, "DATA_TYPE")]
    [InlineData(""","source_local_user":"ada" """, "local_user")]
    public async Task A_malformed_field_is_400_and_named(string field, string name)
    {
        await using var stage = await StartAsync();

        var answer = await stage.User.PostAsync("transfer", stage.Transfer(Item("/a", "/b"), field));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["code"].ShouldBe("BadRequest");
        answer["message"].ShouldContain(name);
    }

    [Fact]
    public async Task A_label_has_at_most_128_characters()
    {
        await using var stage = await StartAsync();

        var longest = await stage.User.PostAsync("transfer", stage.Transfer(Item("/a", "/b"), $",\"label\":\"{new string('x', 128)}\""));
        var longer = await stage.User.PostAsync("transfer", stage.Transfer(Item("/a", "/b"), $",\"label\":\"{new string('x', 129)}\""));

        longest.Status.ShouldBe(HttpStatusCode.OK);
        longer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("""{"source_path":"/a"}""")]
    [InlineData("""{"source_path":"/a","destination_path":1}""")]
    [InlineData("""{"source_path":"/../a","destination_path":"/b"}""")]
    [InlineData("""{"source_path":"/a","destination_path":"b"}""")]
    [InlineData("""{"source_path":"/a","destination_path":"/b/../../c"}""")]
    [InlineData("""{"source_path":"/a","destination_path":"/b","recursive":"yes"}""")]
    [InlineData("""{"source_path":"/a","destination_path":"/b","recursive":true,"external_checksum":"00"}""")]
    [InlineData("""{"source_path":"/a","destination_path":"/b","external_checksum":"00","checksum_algorithm":"CRC"}""")]
    [InlineData("""{"DATA_TYPE":"delete_item","path":"/a"}""")]
    public async Task A_bad_item_is_400_with_its_number(string item)
    {
        await using var stage = await StartAsync();

        var answer = await stage.User.PostAsync("transfer", stage.Transfer($"{Item("/a", "/b")},{item}"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["message"].ShouldContain("Item 1");
    }

    [Fact]
    public async Task A_submission_id_is_needed()
    {
        await using var stage = await StartAsync();

        var answer = await stage.User.PostAsync("transfer", "{}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["message"].ShouldContain("submission_id is missing");
    }

    [Fact]
    public async Task Collections_are_checked_when_a_task_is_submitted()
    {
        await using var stage = await StartAsync();
        var item = Item("/a", "/b");

        var unknown = await stage.User.PostAsync("transfer", stage.Transfer(item).Replace(stage.SourceId, Unknown, StringComparison.Ordinal));
        var endpoint = await stage.User.PostAsync("transfer", stage.Transfer(item).Replace(stage.DestinationId, TransferUser.Endpoint, StringComparison.Ordinal));
        var consent = await stage.User.PostAsync("transfer", stage.Transfer(item).Replace(stage.DestinationId, TransferUser.Mapped, StringComparison.Ordinal));
        var delete = await stage.User.PostAsync("delete", stage.Delete(DeleteItem("/a")).Replace(stage.DestinationId, TransferUser.Mapped, StringComparison.Ordinal));

        unknown["code"].ShouldBe("EndpointNotFound");
        endpoint["code"].ShouldBe("NotSupported");
        consent["code"].ShouldBe("ConsentRequired");
        delete["code"].ShouldBe("ConsentRequired");
        (await stage.User.GetAsync("task_list")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_request_of_many_items_is_taken()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var items = string.Join(',', Enumerable.Range(0, 5_000).Select(static number => Item("/a.txt", $"/copies/{number}.txt")));

        var task = await stage.TransferAsync(items);

        task.GetProperty("files_transferred").GetInt32().ShouldBe(5_000);
        Directory.GetFiles(stage.Destination.At("copies")).Length.ShouldBe(5_000);
    }

    [Fact]
    public async Task Somebody_else_s_task_is_403_and_an_unknown_one_404()
    {
        await using var stage = await StartAsync();
        var task = await stage.SubmitAsync(stage.Transfer(Item("/a", "/b")));
        var grace = await TransferUser.LogInAsync(stage.Driver, Grace);

        var other = await grace.GetAsync($"task/{task}");
        var cancel = await grace.PostAsync($"task/{task}/cancel");
        var unknown = await grace.GetAsync($"task/{Unknown}");

        other.Status.ShouldBe(HttpStatusCode.Forbidden);
        other["code"].ShouldBe("PermissionDenied");
        cancel.Status.ShouldBe(HttpStatusCode.Forbidden);
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown["code"].ShouldBe("ClientError.NotFound");
        (await grace.GetAsync("task_list")).Json.GetProperty("total").GetInt32().ShouldBe(0);
    }
}
