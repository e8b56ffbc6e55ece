using System.Globalization;
using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class TaskTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Bandwidth_limits_the_speed_by_the_emulator_s_clock()
    {
        await using var stage = await StartAsync(new GlobusEmulatorOptions { TimeProvider = _time, Bandwidth = 1_000 });
        stage.Source.Write("a.txt", new string('a', 3_000));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt")));

        for (var piece = 1; piece < 30; piece++)
        {
            await _time.AdvanceToNextTimerAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            var task = await stage.WaitAsync(id, document => document.GetProperty("bytes_transferred").GetInt64() >= piece * 100);
            task.GetProperty("bytes_transferred").GetInt64().ShouldBe(piece * 100);
            task.GetProperty("status").GetString().ShouldBe("ACTIVE");
            task.GetProperty("nice_status").GetString().ShouldBe("OK");
            task.GetProperty("is_ok").GetBoolean().ShouldBeTrue();
        }

        await _time.AdvanceToNextTimerAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var finished = await stage.WaitAsync(id);
        finished.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        finished.GetProperty("effective_bytes_per_second").GetInt64().ShouldBe(1_000);
    }

    [Fact]
    public async Task A_task_is_cancelled()
    {
        await using var stage = await StartSlowAsync();
        var id = await stage.SubmitAsync(stage.Transfer(Item("/", "/")));
        await stage.WaitAsync(id, static document => document.GetProperty("nice_status").GetString() == "OK");

        var canceled = await stage.User.PostAsync($"task/{id}/cancel");
        var again = await stage.User.PostAsync($"task/{id}/cancel");
        var task = (await stage.User.GetAsync($"task/{id}")).Json;

        canceled.Status.ShouldBe(HttpStatusCode.OK);
        canceled["code"].ShouldBe("Canceled");
        again.Status.ShouldBe(HttpStatusCode.OK);
        again["code"].ShouldBe("TaskComplete");
        task.GetProperty("status").GetString().ShouldBe("FAILED");
        task.GetProperty("canceled_by_admin").ValueKind.ShouldBe(JsonValueKind.Null);
        task.GetProperty("subtasks_canceled").GetInt32().ShouldBeGreaterThan(0);
        task.GetProperty("subtasks_pending").GetInt32().ShouldBe(0);
        (await stage.EventsAsync(id)).ShouldBe("STARTED CANCELED");
        File.Exists(stage.Destination.At("a.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_task_that_is_finished_cannot_be_cancelled()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var task = await stage.TransferAsync(Item("/a.txt", "/a.txt"));

        var answer = await stage.User.PostAsync($"task/{task.GetProperty("task_id").GetString()}/cancel");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["code"].ShouldBe("TaskComplete");
    }

    [Fact]
    public async Task A_task_expires_at_its_deadline()
    {
        await using var stage = await StartSlowAsync();
        var deadline = _time.GetUtcNow().AddMinutes(1).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        var id = await stage.SubmitAsync(stage.Transfer(Item("/", "/"), $",\"deadline\":\"{deadline}\""));
        await stage.WaitAsync(id, static document => document.GetProperty("nice_status").GetString() == "OK");

        _time.Advance(TimeSpan.FromSeconds(61));
        var task = await stage.WaitAsync(id);

        task.GetProperty("status").GetString().ShouldBe("FAILED");
        task.GetProperty("subtasks_expired").GetInt32().ShouldBeGreaterThan(0);
        (await stage.EventsAsync(id)).ShouldBe("STARTED EXPIRED");
    }

    [Fact]
    public async Task The_deadline_is_a_day_away_and_can_be_moved_as_the_label_can()
    {
        await using var stage = await StartSlowAsync();
        var id = await stage.SubmitAsync(stage.Transfer(Item("/", "/")));
        var before = await stage.User.GetAsync($"task/{id}");

        var updated = await stage.User.PutAsync($"task/{id}", """{"DATA_TYPE":"task","label":"New","deadline":"2026-01-02T03:10:00+00:00"}""");
        var after = await stage.User.GetAsync($"task/{id}");
        var malformed = await stage.User.PutAsync($"task/{id}", """{"deadline":"soon"}""");
        _time.Advance(TimeSpan.FromMinutes(6));
        var task = await stage.WaitAsync(id);
        var late = await stage.User.PutAsync($"task/{id}", """{"label":"Too late"}""");

        before["deadline"].ShouldBe("2026-01-03T03:04:05+00:00");
        updated["code"].ShouldBe("Updated");
        after["label"].ShouldBe("New");
        after["deadline"].ShouldBe("2026-01-02T03:10:00+00:00");
        malformed.Status.ShouldBe(HttpStatusCode.BadRequest);
        task.GetProperty("status").GetString().ShouldBe("FAILED");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late["code"].ShouldBe("Conflict");
    }

    [Fact]
    public async Task A_full_collection_is_tried_again_until_there_is_room()
    {
        await using var stage = await StartAsync(new GlobusEmulatorOptions { TimeProvider = _time }, quota: 10);
        stage.Source.Write("a.txt", "12345678");
        var filler = stage.Destination.Write("filler.txt", "12345678");
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt")));

        var waiting = await stage.WaitAsync(id, static document => document.GetProperty("faults").GetInt32() > 0);
        File.Delete(filler);
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var task = await stage.WaitAsync(id);

        waiting.GetProperty("status").GetString().ShouldBe("ACTIVE");
        waiting.GetProperty("is_ok").GetBoolean().ShouldBeFalse();
        waiting.GetProperty("nice_status").GetString().ShouldBe("QUOTA_EXCEEDED");
        waiting.GetProperty("subtasks_retrying").GetInt32().ShouldBe(1);
        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        (await stage.EventsAsync(id)).ShouldBe("STARTED QUOTA_EXCEEDED PROGRESS SUCCEEDED");
    }

    [Fact]
    public async Task A_full_collection_can_end_the_task()
    {
        await using var stage = await StartAsync(quota: 10);
        stage.Source.Write("a.txt", "12345678901");

        var task = await stage.RunAsync(stage.Transfer(Item("/a.txt", "/a.txt"), ""","fail_on_quota_errors":true"""));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("QUOTA_EXCEEDED");
    }

    [Fact]
    public async Task What_is_removed_as_superfluous_makes_room()
    {
        await using var stage = await StartAsync(quota: 10);
        stage.Source.Write("s/a.txt", "123");
        stage.Source.Write("b.txt", "123456");
        stage.Destination.Write("d/superfluous.txt", "123456");

        await stage.TransferAsync($"{Item("/s", "/d")},{Item("/b.txt", "/b.txt")}", ""","delete_destination_extra":true,"fail_on_quota_errors":true""");

        Tree(stage.Destination).ShouldBe("b.txt d/a.txt");
    }

    [Fact]
    public async Task Tasks_are_listed_newest_first_filtered_ordered_and_paged()
    {
        await using var stage = await StartAsync();
        foreach (var label in "one two three".Split(' '))
        {
            await stage.RunAsync(stage.Transfer(Item("/missing", "/x"), $",\"label\":\"{label}\""));
        }

        await stage.RunAsync(stage.Delete(DeleteItem("/missing"), ""","ignore_missing":true,"label":"four" """));

        (await LabelsAsync(stage, "")).ShouldBe("four three two one");
        (await LabelsAsync(stage, "?orderby=label")).ShouldBe("four one three two");
        (await LabelsAsync(stage, "?orderby=request_time ASC,label DESC&limit=10")).Split(' ').Length.ShouldBe(4);
        (await LabelsAsync(stage, "?limit=2&offset=1")).ShouldBe("three two");
        (await LabelsAsync(stage, "?offset=4")).ShouldBe("");
        (await LabelsAsync(stage, "?filter=status:SUCCEEDED")).ShouldBe("four");
        (await LabelsAsync(stage, "?filter=type:TRANSFER,DELETE/status:FAILED")).ShouldBe("three two one");
        (await LabelsAsync(stage, "?filter=label:~t*")).ShouldBe("three two");
        (await LabelsAsync(stage, "?filter=type:TRANSFER/label:!two")).ShouldBe("three one");
        (await LabelsAsync(stage, "?filter=completion_time:2001-01-01,")).ShouldBe("four three two one");
        (await LabelsAsync(stage, "?filter=request_time:,2001-01-01")).ShouldBe("");
        var page = (await stage.User.GetAsync("task_list?limit=2&offset=1")).Json;
        page.GetProperty("total").GetInt32().ShouldBe(4);
        page.GetProperty("length").GetInt32().ShouldBe(2);
        page.GetProperty("limit").GetInt32().ShouldBe(2);
        page.GetProperty("offset").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("task_list?filter=nonsense")]
    [InlineData("task_list?filter=colour:red")]
    [InlineData("task_list?orderby=colour")]
    [InlineData("task_list?limit=-1")]
    [InlineData("task_list?limit=1001")]
    [InlineData("task_list?offset=x")]
    public async Task A_malformed_list_query_is_400(string path)
    {
        await using var stage = await StartAsync();

        (await stage.User.GetAsync(path))["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task Events_are_listed_newest_first_and_paged()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var id = (await stage.TransferAsync(Item("/a.txt", "/a.txt"))).GetProperty("task_id").GetString();

        var page = (await stage.User.GetAsync($"task/{id}/event_list?limit=2")).Json;
        var last = (await stage.User.GetAsync($"task/{id}/event_list?limit=2&offset=2")).Json;

        page.GetProperty("DATA_TYPE").GetString().ShouldBe("event_list");
        page.GetProperty("DATA")[0].GetProperty("code").GetString().ShouldBe("SUCCEEDED");
        page.GetProperty("DATA")[1].GetProperty("code").GetString().ShouldBe("PROGRESS");
        JsonElement.Parse(page.GetProperty("DATA")[1].GetProperty("details").GetString()!).GetProperty("bytes_transferred").GetInt32().ShouldBe(1);
        page.GetProperty("total").GetInt32().ShouldBe(3);
        last.GetProperty("DATA")[0].GetProperty("code").GetString().ShouldBe("STARTED");
        (await stage.User.GetAsync($"task/{id}/event_list?filter=is_error:x")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_was_copied_is_listed_by_marker()
    {
        await using var stage = await StartAsync();
        for (var number = 0; number < 250; number++)
        {
            stage.Source.Write($"{number}.txt", "x");
        }

        var id = (await stage.TransferAsync(Item("/", "/"))).GetProperty("task_id").GetString();
        var paths = new HashSet<string>();
        var markers = new List<string>();
        for (string? marker = "0"; marker is not null;)
        {
            markers.Add(marker);
            var page = (await stage.User.GetAsync($"task/{id}/successful_transfers?marker={marker}")).Json;
            foreach (var item in page.GetProperty("DATA").EnumerateArray())
            {
                paths.Add(item.GetProperty("source_path").GetString()!).ShouldBeTrue();
            }

            marker = page.GetProperty("next_marker").ValueKind == JsonValueKind.Null ? null : page.GetProperty("next_marker").ToString();
        }

        paths.Count.ShouldBe(250);
        markers.ShouldBe(["0", "100", "200"]);
        (await stage.User.GetAsync($"task/{id}/successful_transfers?marker=x")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_finished_task_can_be_removed_from_the_list()
    {
        await using var stage = await StartSlowAsync();
        var document = stage.Transfer(Item("/", "/"));
        var id = await stage.SubmitAsync(document);

        var early = await stage.User.PostAsync($"task/{id}/remove");
        await stage.User.PostAsync($"task/{id}/cancel");
        var removed = await stage.User.PostAsync($"task/{id}/remove");
        var again = await stage.User.PostAsync("transfer", document);

        early.Status.ShouldBe(HttpStatusCode.Conflict);
        removed.Status.ShouldBe(HttpStatusCode.OK);
        (await stage.User.GetAsync($"task/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        again["code"].ShouldBe("Duplicate");
    }

    [Fact]
    public async Task Nothing_pauses_a_task_by_itself()
    {
        await using var stage = await StartSlowAsync();
        var id = await stage.SubmitAsync(stage.Transfer(Item("/", "/")));

        var answer = await stage.User.GetAsync($"task/{id}/pause_info");

        answer["DATA_TYPE"].ShouldBe("pause_info_limited");
        answer.Json.GetProperty("pause_rules").GetArrayLength().ShouldBe(0);
        answer.Json.GetProperty("source_pause_message").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Tasks_beyond_the_workers_are_queued_and_collections_in_use_are_found()
    {
        await using var stage = await StartSlowAsync();
        for (var number = 0; number < 5; number++)
        {
            await stage.SubmitAsync(stage.Transfer(Item("/", $"/{number}")));
        }

        var tasks = (await stage.User.GetAsync("task_list")).Json;
        while (Words(tasks).Count(static word => word == "OK") < 4)
        {
            tasks = (await stage.User.GetAsync("task_list")).Json;
        }

        Words(tasks).Count(static word => word == "Queued").ShouldBe(1);
        var found = (await stage.User.GetAsync("endpoint_search?filter_scope=in-use")).Json.GetProperty("DATA").EnumerateArray()
            .Select(static one => one.GetProperty("display_name").GetString());
        found.ShouldBe(["Source", "Destination"]);
        (await stage.User.GetAsync("endpoint_search?filter_scope=recently-used")).Json.GetProperty("DATA").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Stopping_the_emulator_lets_go_of_tasks()
    {
        await using var stage = await StartSlowAsync();
        await stage.SubmitAsync(stage.Transfer(Item("/", "/")));

        await stage.Driver.Emulator.StopAsync(TestContext.Current.CancellationToken);

        // Disposing would wait for ever, or the folders could not be removed, if somebody was still at work.
    }

    private static IEnumerable<string?> Words(JsonElement tasks) =>
        tasks.GetProperty("DATA").EnumerateArray().Select(static task => task.GetProperty("nice_status").GetString());

    private static async Task<string> LabelsAsync(TransferStage stage, string query)
    {
        var answer = await stage.User.GetAsync("task_list" + query);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return string.Join(' ', answer.Json.GetProperty("DATA").EnumerateArray().Select(static task => task.GetProperty("label").GetString()));
    }

    /// <summary>A megabyte at a kilobyte in a second of a clock that stands still: whatever is submitted stays.</summary>
    private async Task<TransferStage> StartSlowAsync()
    {
        var stage = await StartAsync(new GlobusEmulatorOptions { TimeProvider = _time, Bandwidth = 1_000 });
        stage.Source.Write("a.txt", new string('a', 1_000_000));
        return stage;
    }
}
