using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class PauseRuleTests
{
    private const string Rule = "endpoint_manager/pause_rule";

    [Fact]
    public async Task A_rule_is_made_read_listed_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var created = await user.PostAsync(Rule, Document(Second, ""","identity_id":null,"start_time":null,"pause_rename":false"""));
        var id = created["id"];
        var updated = await user.PutAsync($"{Rule}/{id}", $$"""{"message":"still repairs","pause_ls":false,"endpoint_id":"{{First}}"}""");
        var read = await user.GetAsync($"{Rule}/{id}");
        var list = await user.GetAsync($"{Rule}_list?filter_endpoint={Second}");
        var others = await user.GetAsync($"{Rule}_list?filter_endpoint={First}");
        var effective = await user.GetAsync($"endpoint/{Second}/my_effective_pause_rule_list");
        var deleted = await user.DeleteAsync($"{Rule}/{id}");
        var gone = await user.GetAsync($"{Rule}/{id}");

        created["DATA_TYPE"].ShouldBe("pause_rule");
        created["endpoint_display_name"].ShouldBe("Emulator Collection 2");
        created["modified_by_id"].ShouldBe(AdaId);
        created.Json.GetProperty("editable").GetBoolean().ShouldBeTrue();
        created.Json.GetProperty("created_by_host_manager").GetBoolean().ShouldBeFalse();
        created.Json.GetProperty("identity_id").ValueKind.ShouldBe(JsonValueKind.Null);
        created.Json.GetProperty("pause_rename").GetBoolean().ShouldBeFalse();
        created.Json.GetProperty("pause_task_transfer_write").GetBoolean().ShouldBeTrue();
        updated["message"].ShouldBe("still repairs");
        read.Json.GetProperty("pause_ls").GetBoolean().ShouldBeFalse();
        read["endpoint_id"].ShouldBe(Second, "what cannot be changed is ignored");
        list["DATA_TYPE"].ShouldBe("pause_rule_list");
        list.Json.GetProperty("DATA").GetArrayLength().ShouldBe(1);
        others.Json.GetProperty("DATA").GetArrayLength().ShouldBe(0);
        var limited = effective.Json.GetProperty("DATA")[0];
        limited.GetProperty("DATA_TYPE").GetString().ShouldBe("pause_rule_limited");
        limited.TryGetProperty("modified_by_id", out _).ShouldBeFalse();
        limited.TryGetProperty("editable", out _).ShouldBeFalse();
        deleted["code"].ShouldBe("Deleted");
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        gone["code"].ShouldBe("PauseRuleNotFound");
    }

    [Fact]
    public async Task Rules_are_made_by_managers_and_seen_by_monitors()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var id = (await ada.PostAsync(Rule, Document(Second)))["id"];

        var stranger = await grace.PostAsync(Rule, Document(Second));
        var unseen = await grace.GetAsync($"{Rule}/{id}");
        var unlisted = await grace.GetAsync($"{Rule}_list");
        await ada.PostAsync($"endpoint/{Second}/role", $$"""{"principal_type":"identity","principal":"{{GraceId}}","role":"activity_monitor"}""");
        var seen = await grace.GetAsync($"{Rule}/{id}");
        var kept = await grace.DeleteAsync($"{Rule}/{id}");
        var refused = await grace.PutAsync($"{Rule}/{id}", """{"message":"mine"}""");

        stranger.Status.ShouldBe(HttpStatusCode.Forbidden);
        stranger["code"].ShouldBe("PermissionDenied");
        unseen["code"].ShouldBe("PermissionDenied");
        unlisted["code"].ShouldBe("PermissionDenied");
        seen.Json.GetProperty("editable").GetBoolean().ShouldBeFalse();
        kept["code"].ShouldBe("PermissionDenied");
        refused["code"].ShouldBe("PermissionDenied");
    }

    [Fact]
    public async Task A_rule_of_the_host_s_manager_is_not_for_the_guest_s_to_change()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        await ada.PostAsync($"endpoint/{First}/role", $$"""{"principal_type":"identity","principal":"{{GraceId}}","role":"activity_manager"}""");

        var created = await grace.PostAsync(Rule, Document(Guest));

        created.Json.GetProperty("created_by_host_manager").GetBoolean().ShouldBeTrue();
        created.Json.GetProperty("editable").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData($$"""{"endpoint_id":"{{Second}}"}""")]
    [InlineData($$"""{"endpoint_id":"{{Second}}","message":"x","pause_ls":"no"}""")]
    [InlineData($$"""{"endpoint_id":"{{Second}}","message":"x","start_time":"soon"}""")]
    [InlineData($$"""{"endpoint_id":"{{Second}}","message":"x","identity_id":"{{Second}}"}""")]
    [InlineData("""{"endpoint_id":"second","message":"x"}""")]
    public async Task A_malformed_rule_is_400(string document)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.PostAsync(Rule, document))["code"].ShouldBe("BadRequest");
        (await user.GetAsync($"{Rule}_list?filter_endpoint=x"))["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task Rules_stop_the_operations_they_name_for_whom_they_name()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var id = (await ada.PostAsync(Rule, Document(First, $",\"identity_id\":\"{GraceId}\",\"pause_mkdir\":false")))["id"];

        var listed = await grace.ListAsync(First, "/");
        var stat = await grace.StatAsync(First, "/home/");
        var renamed = await grace.ChangeAsync(First, "rename", ("old_path", "/home/file1.txt"), ("new_path", "/home/x.txt"));
        var linked = await grace.ChangeAsync(First, "symlink", ("path", "/home/l"), ("symlink_target", "file1.txt"));
        var made = await grace.ChangeAsync(First, "mkdir", ("path", "/home/made"));
        var onGuest = await grace.ListAsync(Guest, "/");
        var hers = await ada.ListAsync(First, "/");
        await ada.DeleteAsync($"{Rule}/{id}");
        var after = await grace.ListAsync(First, "/");

        listed.Status.ShouldBe(HttpStatusCode.Conflict);
        listed["code"].ShouldBe("OperationPaused");
        listed["message"].ShouldContain("repairs");
        stat["code"].ShouldBe("OperationPaused");
        renamed["code"].ShouldBe("OperationPaused");
        linked["code"].ShouldBe("OperationPaused");
        made.Status.ShouldBe(HttpStatusCode.OK);
        onGuest["code"].ShouldBe("OperationPaused", "a rule on a host holds for what stands on it");
        hers.Status.ShouldBe(HttpStatusCode.OK);
        after.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rule_holds_a_task_until_it_goes()
    {
        await using var stage = await TransferStage.StartAsync();
        stage.Source.Write("a.txt", "a");
        var rule = (await stage.User.PostAsync(Rule, Document(stage.DestinationId)))["id"];

        var id = await stage.SubmitAsync(stage.Transfer(TransferStage.Item("/a.txt", "/a.txt")));
        var paused = (await stage.User.GetAsync($"task/{id}")).Json;
        var info = await stage.User.GetAsync($"task/{id}/pause_info");
        var unheld = await stage.RunAsync($$"""
            {"submission_id":"{{Guid.NewGuid()}}","endpoint":"{{stage.SourceId}}","DATA_TYPE":"delete","ignore_missing":true,"DATA":[{"path":"/none"}]}
            """);
        await stage.User.DeleteAsync($"{Rule}/{rule}");
        var done = await stage.WaitAsync(id);

        paused.GetProperty("status").GetString().ShouldBe("ACTIVE");
        paused.GetProperty("is_paused").GetBoolean().ShouldBeTrue();
        paused.GetProperty("is_ok").GetBoolean().ShouldBeFalse();
        paused.GetProperty("nice_status").GetString().ShouldBe("PAUSED");
        info["DATA_TYPE"].ShouldBe("pause_info_limited");
        info.Json.GetProperty("pause_rules").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(rule);
        info.Json.GetProperty("source_pause_message").ValueKind.ShouldBe(JsonValueKind.Null);
        unheld.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        done.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        done.GetProperty("is_paused").GetBoolean().ShouldBeFalse();
        (await stage.EventsAsync(id)).ShouldBe("PAUSED UNPAUSED STARTED PROGRESS SUCCEEDED");
        (await stage.User.GetAsync($"task/{id}/pause_info")).Json.GetProperty("pause_rules").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("pause_task_transfer_read", true, "", false)]
    [InlineData("pause_task_transfer_write", false, "", true)]
    [InlineData("pause_task_transfer_delete", false, "", false)]
    [InlineData("pause_task_transfer_delete", false, ""","delete_destination_extra":true""", true)]
    public async Task A_rule_holds_what_it_names_only(string flag, bool onSource, string fields, bool holdsWithoutTheOthers)
    {
        await using var stage = await TransferStage.StartAsync();
        stage.Source.Write("a.txt", "a");
        var others = string.Concat(new[] { "pause_task_transfer_read", "pause_task_transfer_write", "pause_task_transfer_delete" }
            .Where(name => name != flag).Select(static name => $",\"{name}\":false"));
        await stage.User.PostAsync(Rule, Document(onSource ? stage.SourceId : stage.DestinationId, others));

        var id = await stage.SubmitAsync(stage.Transfer(TransferStage.Item("/", "/"), fields));

        (await stage.User.GetAsync($"task/{id}")).Json.GetProperty("is_paused").GetBoolean().ShouldBe(onSource || holdsWithoutTheOthers);
    }

    [Fact]
    public async Task A_rule_begins_at_its_time()
    {
        var time = new ManualTimeProvider();
        await using var stage = await TransferStage.StartAsync(new GlobusEmulatorOptions { TimeProvider = time, Bandwidth = 1_000 });
        stage.Source.Write("a.txt", new string('a', 1_000_000));
        var id = await stage.SubmitAsync(stage.Transfer(TransferStage.Item("/", "/")));
        await stage.WaitAsync(id, static document => document.GetProperty("nice_status").GetString() == "OK");

        await stage.User.PostAsync(Rule, Document(stage.SourceId, $",\"start_time\":\"{time.GetUtcNow().AddMinutes(1):O}\""));
        var before = await stage.User.GetAsync($"task/{id}");
        var listed = await stage.User.ListAsync(stage.SourceId, "/");
        time.Advance(TimeSpan.FromMinutes(2));
        var after = await stage.WaitAsync(id, static document => document.GetProperty("is_paused").GetBoolean());

        before.Json.GetProperty("is_paused").GetBoolean().ShouldBeFalse();
        listed.Status.ShouldBe(HttpStatusCode.OK);
        after.GetProperty("nice_status").GetString().ShouldBe("PAUSED");
        (await stage.User.ListAsync(stage.SourceId, "/"))["code"].ShouldBe("OperationPaused");
    }

    private static string Document(string endpoint, string more = "") =>
        $$"""{"DATA_TYPE":"pause_rule","endpoint_id":"{{endpoint}}","message":"repairs"{{more}}}""";
}
