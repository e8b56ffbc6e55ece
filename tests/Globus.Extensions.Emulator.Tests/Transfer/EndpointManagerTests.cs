using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class EndpointManagerTests
{
    private const string Manager = "endpoint_manager";

    [Fact]
    public async Task Monitored_endpoints_are_read_with_what_they_host()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await TransferUser.LogInAsync(driver), await TransferUser.LogInAsync(driver, Grace));

        var none = await grace.GetAsync($"{Manager}/monitored_endpoints");
        await ada.PostAsync($"endpoint/{TransferUser.First}/role", Role("activity_monitor"));
        var one = await grace.GetAsync($"{Manager}/monitored_endpoints");
        var hosted = await grace.GetAsync($"{Manager}/endpoint/{TransferUser.First}/hosted_endpoint_list");
        var noHost = await grace.GetAsync($"{Manager}/endpoint/{TransferUser.Guest}/hosted_endpoint_list");
        var rules = await grace.GetAsync($"{Manager}/endpoint/{TransferUser.Guest}/access_list");
        var read = await grace.GetAsync($"{Manager}/endpoint/{TransferUser.Guest}");
        var refused = await grace.GetAsync($"{Manager}/endpoint/{TransferUser.Second}");

        none.Json.GetProperty("DATA").GetArrayLength().ShouldBe(0);
        one.Json.GetProperty("DATA").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(TransferUser.First);
        hosted.Json.GetProperty("DATA").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(TransferUser.Guest);
        noHost.Status.ShouldBe(HttpStatusCode.Conflict);
        noHost["code"].ShouldBe("Conflict");
        rules.Json.GetProperty("DATA").GetArrayLength().ShouldBe(2);
        read["id"].ShouldBe(TransferUser.Guest);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused["code"].ShouldBe("PermissionDenied");
        (await grace.GetAsync($"{Manager}/endpoint/{AdaId}"))["code"].ShouldBe("EndpointNotFound");
    }

    [Fact]
    public async Task A_manager_of_one_side_sees_that_side()
    {
        await using var stage = await StartAsync();
        var grace = await TransferUser.LogInAsync(stage.Driver, Grace);
        await stage.User.PostAsync($"endpoint/{stage.DestinationId}/role", Role("activity_monitor"));
        stage.Source.Write("a.txt", "a");
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/b.txt") + "," + Item("/none.txt", "/none.txt"), ""","store_base_path_info":true,"skip_source_errors":true"""));
        await stage.WaitAsync(id);

        var task = (await grace.GetAsync($"{Manager}/task/{id}")).Json;
        var copied = (await grace.GetAsync($"{Manager}/task/{id}/successful_transfers")).Json.GetProperty("DATA")[0];
        var skipped = (await grace.GetAsync($"{Manager}/task/{id}/skipped_errors")).Json.GetProperty("DATA")[0];
        var errors = await grace.GetAsync($"{Manager}/task/{id}/event_list?filter_is_error=1");
        var info = await grace.GetAsync($"{Manager}/task/{id}/pause_info");

        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        task.GetProperty("owner_string").GetString().ShouldBe(Ada);
        task.GetProperty("source_local_user_status").GetString().ShouldBe("NO_PERMISSION");
        task.GetProperty("source_local_user").ValueKind.ShouldBe(JsonValueKind.Null);
        task.GetProperty("source_base_path").ValueKind.ShouldBe(JsonValueKind.Null);
        task.GetProperty("destination_local_user_status").GetString().ShouldBe("OK");
        task.GetProperty("destination_local_user").GetString().ShouldBe("ada");
        task.GetProperty("destination_base_path").GetString().ShouldBe("/");
        copied.GetProperty("source_path").ValueKind.ShouldBe(JsonValueKind.Null);
        copied.GetProperty("destination_path").GetString().ShouldBe("/b.txt");
        skipped.GetProperty("source_path").ValueKind.ShouldBe(JsonValueKind.Null);
        skipped.GetProperty("destination_path").GetString().ShouldBe("/none.txt");
        errors.Json.GetProperty("DATA").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("FILE_NOT_FOUND");
        info["DATA_TYPE"].ShouldBe("pause_info_limited");
    }

    [Fact]
    public async Task A_task_on_a_guest_collection_shows_its_host_to_the_host_s_manager()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await TransferUser.LogInAsync(driver);
        var submitted = await ada.PostAsync("transfer", $$"""
            {"submission_id":"{{Guid.NewGuid()}}","source_endpoint":"{{TransferUser.Guest}}","destination_endpoint":"{{TransferUser.Second}}",
             "DATA":[{"source_path":"/welcome.txt","destination_path":"/welcome.txt"}]}
            """);

        var task = (await ada.GetAsync($"{Manager}/task/{submitted["task_id"]}")).Json;
        var byHost = await ada.GetAsync($"{Manager}/task_list?filter_endpoint={TransferUser.First}&filter_endpoint_use=source");

        task.GetProperty("source_host_endpoint_id").GetString().ShouldBe(TransferUser.First);
        task.GetProperty("source_host_path").GetString().ShouldBe("/shared/");
        task.GetProperty("source_mapped_collection_display_name").GetString().ShouldBe("Emulator Collection 1");
        task.GetProperty("destination_host_endpoint_id").ValueKind.ShouldBe(JsonValueKind.Null);
        byHost.Json.GetProperty("DATA").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_role_even_the_owner_of_a_task_is_refused()
    {
        await using var stage = await StartAsync();
        var grace = await TransferUser.LogInAsync(stage.Driver, Grace);
        stage.Source.Write("a.txt", "a");
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt")), grace);

        foreach (var path in "|/event_list|/pause_info|/successful_transfers|/skipped_errors".Split('|'))
        {
            var refused = await grace.GetAsync($"{Manager}/task/{id}{path}");
            refused.Status.ShouldBe(HttpStatusCode.Forbidden);
            refused["code"].ShouldBe("PermissionDenied");
        }

        (await grace.GetAsync($"{Manager}/task_list?filter_endpoint={stage.SourceId}"))["code"].ShouldBe("PermissionDenied");
        (await grace.GetAsync($"{Manager}/task_list?filter_task_id={id}")).Json.GetProperty("DATA").GetArrayLength().ShouldBe(0);
        (await stage.User.GetAsync($"{Manager}/task/{AdaId}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stage.User.GetAsync($"{Manager}/task/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tasks_are_filtered_and_listed_by_their_last_key()
    {
        await using var stage = await StartAsync();
        var grace = await TransferUser.LogInAsync(stage.Driver, Grace);
        stage.Source.Write("a.txt", "a");
        for (var number = 0; number < 3; number++)
        {
            await stage.WaitAsync(await stage.SubmitAsync(stage.Transfer(Item("/a.txt", $"/{number}.txt"))));
        }

        await stage.WaitAsync(await stage.SubmitAsync(stage.Delete(DeleteItem("/missing"))));
        var hers = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/hers.txt")), grace);
        while ((await grace.GetAsync($"task/{hers}"))["status"] == "ACTIVE")
        {
            await Task.Yield();
        }

        var ids = new List<string>();
        var pages = 0;
        for (string? key = ""; key is not null; pages++)
        {
            var page = (await stage.User.GetAsync($"{Manager}/task_list?filter_endpoint={stage.DestinationId}&limit=2{(key.Length > 0 ? "&last_key=" + Uri.EscapeDataString(key) : "")}")).Json;
            ids.AddRange(page.GetProperty("DATA").EnumerateArray().Select(static task => task.GetProperty("task_id").GetString()!));
            key = page.GetProperty("has_next_page").GetBoolean() ? page.GetProperty("last_key").GetString() : null;
        }

        pages.ShouldBe(3);
        ids.Distinct().Count().ShouldBe(5);
        (await CountAsync(stage, "")).ShouldBe(5);
        (await CountAsync(stage, "&filter_endpoint_use=source")).ShouldBe(1);
        (await CountAsync(stage, "&filter_endpoint_use=destination")).ShouldBe(4);
        (await CountAsync(stage, "&filter_status=FAILED")).ShouldBe(1);
        (await CountAsync(stage, "&filter_status=FAILED,SUCCEEDED")).ShouldBe(5);
        (await CountAsync(stage, $"&filter_owner_id={GraceId}")).ShouldBe(1);
        (await CountAsync(stage, "&filter_min_faults=1")).ShouldBe(1);
        (await CountAsync(stage, "&filter_is_paused=True")).ShouldBe(0);
        (await CountAsync(stage, "&filter_is_paused=False")).ShouldBe(5);
        (await CountAsync(stage, "&filter_completion_time=,2001-01-01")).ShouldBe(0);
        (await CountAsync(stage, "&filter_completion_time=2001-01-01,")).ShouldBe(5);
        (await CountAsync(stage, "&filter_local_user=grace")).ShouldBe(1);
        (await stage.User.GetAsync($"{Manager}/task_list?filter_task_id={ids[0]},{ids[1]}")).Json.GetProperty("DATA").GetArrayLength().ShouldBe(2);
        (await stage.User.GetAsync($"{Manager}/task_list?filter_status=ACTIVE,INACTIVE")).Json.GetProperty("DATA").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?filter_status=SUCCEEDED")]
    [InlineData("?filter_status=DONE")]
    [InlineData("?filter_task_id=x")]
    [InlineData($"?filter_task_id={AdaId}&filter_owner_id={AdaId}")]
    [InlineData("?filter_status=ACTIVE&filter_endpoint_use=source")]
    [InlineData($"?filter_endpoint={TransferUser.First}&filter_endpoint_use=middle")]
    [InlineData("?filter_status=ACTIVE&filter_is_paused=maybe")]
    [InlineData("?filter_status=ACTIVE&filter_min_faults=-1")]
    [InlineData("?filter_status=ACTIVE&filter_completion_time=2001-01-01")]
    [InlineData("?filter_status=ACTIVE&filter_completion_time=soon,")]
    [InlineData("?filter_status=ACTIVE&last_key=x")]
    [InlineData("?filter_status=ACTIVE&limit=-1")]
    public async Task A_malformed_list_is_400(string query)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await TransferUser.LogInAsync(driver);

        var answer = await user.GetAsync($"{Manager}/task_list{query}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
        answer["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task More_than_50_tasks_cannot_be_named()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await TransferUser.LogInAsync(driver);

        (await user.GetAsync($"{Manager}/task_list?filter_task_id={string.Join(',', Enumerable.Repeat(AdaId, 50))}")).Status.ShouldBe(HttpStatusCode.OK);
        (await user.GetAsync($"{Manager}/task_list?filter_task_id={string.Join(',', Enumerable.Repeat(AdaId, 51))}"))["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task Tasks_are_paused_and_resumed_by_side()
    {
        var time = new ManualTimeProvider();
        await using var stage = await StartAsync(new GlobusEmulatorOptions { TimeProvider = time, Bandwidth = 1_000 });
        var grace = await TransferUser.LogInAsync(stage.Driver, Grace);
        await stage.User.PostAsync($"endpoint/{stage.DestinationId}/role", Role("activity_manager"));
        stage.Source.Write("a.txt", new string('a', 1_000_000));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/", "/")));
        await stage.WaitAsync(id, static document => document.GetProperty("nice_status").GetString() == "OK");

        var paused = await grace.PostAsync($"{Manager}/admin_pause", Bulk(id, "too much"));
        var held = (await stage.User.GetAsync($"task/{id}")).Json;
        var info = (await stage.User.GetAsync($"task/{id}/pause_info")).Json;
        await stage.User.PostAsync($"{Manager}/admin_pause", Bulk(id, "mine, too"));
        await grace.PostAsync($"{Manager}/admin_resume", $$"""{"task_id_list":["{{id}}"]}""");
        var stillHeld = (await stage.User.GetAsync($"task/{id}")).Json;
        var resumed = await stage.User.PostAsync($"{Manager}/admin_resume", $$"""{"task_id_list":["{{id}}"]}""");
        var free = (await stage.User.GetAsync($"task/{id}")).Json;

        paused["code"].ShouldBe("PauseAccepted");
        held.GetProperty("is_paused").GetBoolean().ShouldBeTrue();
        info.GetProperty("destination_pause_message").GetString().ShouldBe("too much");
        info.GetProperty("source_pause_message").ValueKind.ShouldBe(JsonValueKind.Null);
        stillHeld.GetProperty("is_paused").GetBoolean().ShouldBeTrue();
        resumed["code"].ShouldBe("ResumeAccepted");
        free.GetProperty("is_paused").GetBoolean().ShouldBeFalse();
        (await stage.EventsAsync(id)).ShouldBe("STARTED PAUSED UNPAUSED");
    }

    [Fact]
    public async Task Tasks_are_cancelled_with_a_word_from_the_manager()
    {
        var time = new ManualTimeProvider();
        await using var stage = await StartAsync(new GlobusEmulatorOptions { TimeProvider = time, Bandwidth = 1_000 });
        var grace = await TransferUser.LogInAsync(stage.Driver, Grace);
        await stage.User.PostAsync($"endpoint/{stage.SourceId}/role", Role("activity_manager"));
        stage.Source.Write("a.txt", new string('a', 1_000_000));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/", "/")));
        var second = await stage.SubmitAsync(stage.Transfer(Item("/", "/two/")));

        var cancelled = await grace.PostAsync($"{Manager}/admin_cancel", Bulk(id, "enough"));
        var number = cancelled.Json.GetProperty("id").GetInt32();
        var status = await grace.GetAsync($"{Manager}/admin_cancel/{number}");
        var task = (await stage.User.GetAsync($"task/{id}")).Json;
        await stage.User.PostAsync($"{Manager}/admin_cancel", Bulk(second, "both"));

        cancelled["DATA_TYPE"].ShouldBe("admin_cancel");
        status.Json.GetProperty("done").GetBoolean().ShouldBeTrue();
        task.GetProperty("status").GetString().ShouldBe("FAILED");
        task.GetProperty("canceled_by_admin").GetString().ShouldBe("SOURCE");
        task.GetProperty("canceled_by_admin_message").GetString().ShouldBe("enough");
        (await stage.User.GetAsync($"task/{second}"))["canceled_by_admin"].ShouldBe("BOTH");
        (await stage.User.GetAsync($"{Manager}/admin_cancel/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await grace.GetAsync($"{Manager}/admin_cancel/x")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_theirs_managers_cannot_stop()
    {
        await using var stage = await StartAsync();
        var grace = await TransferUser.LogInAsync(stage.Driver, Grace);
        await stage.User.PostAsync($"endpoint/{stage.SourceId}/role", Role("activity_monitor"));
        stage.Source.Write("a.txt", "a");
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt")), grace);

        foreach (var action in "admin_cancel admin_pause admin_resume".Split(' '))
        {
            (await grace.PostAsync($"{Manager}/{action}", Bulk(id, "x")))["code"].ShouldBe("PermissionDenied");
            (await stage.User.PostAsync($"{Manager}/{action}", Bulk(AdaId, "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stage.User.PostAsync($"{Manager}/{action}", """{"message":"x","task_id_list":[]}"""))["code"].ShouldBe("BadRequest");
            (await stage.User.PostAsync($"{Manager}/{action}", """{"message":"x"}"""))["code"].ShouldBe("BadRequest");
        }

        (await stage.User.PostAsync($"{Manager}/admin_pause", $$"""{"task_id_list":["{{id}}"]}"""))["code"].ShouldBe("BadRequest");
    }

    private static async Task<int> CountAsync(TransferStage stage, string query)
    {
        var answer = await stage.User.GetAsync($"{Manager}/task_list?filter_endpoint={stage.DestinationId}{query}");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Json.GetProperty("DATA").GetArrayLength();
    }

    private static string Role(string role) => $$"""{"principal_type":"identity","principal":"{{GraceId}}","role":"{{role}}"}""";

    private static string Bulk(string task, string message) => $$"""{"message":"{{message}}","task_id_list":["{{task}}"]}""";
}
