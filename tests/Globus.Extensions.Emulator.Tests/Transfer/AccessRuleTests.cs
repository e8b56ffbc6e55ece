using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class AccessRuleTests
{
    [Fact]
    public async Task A_rule_is_made_read_listed_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var created = await user.PostAsync($"endpoint/{Guest}/access", Rule("identity", GraceId, "/", "r", ""","notify_email":"g@example.org","notify_message":"Have a look" """));
        var id = created["access_id"];
        var read = await user.GetAsync($"endpoint/{Guest}/access/{id}");
        var updated = await user.PutAsync($"endpoint/{Guest}/access/{id}", """{"permissions":"rw"}""");
        var list = await user.GetAsync($"endpoint/{Guest}/access_list");
        var deleted = await user.DeleteAsync($"endpoint/{Guest}/access/{id}");
        var gone = await user.GetAsync($"endpoint/{Guest}/access/{id}");

        created.Status.ShouldBe(HttpStatusCode.Created);
        created["DATA_TYPE"].ShouldBe("access_create_result");
        created["code"].ShouldBe("Created");
        read["DATA_TYPE"].ShouldBe("access");
        read["principal"].ShouldBe(GraceId);
        read.Json.GetProperty("role_id").ValueKind.ShouldBe(JsonValueKind.Null);
        read.Json.TryGetProperty("notify_email", out _).ShouldBeFalse();
        updated["code"].ShouldBe("Updated");
        list["DATA_TYPE"].ShouldBe("access_list");
        list.Json.GetProperty("DATA").GetArrayLength().ShouldBe(3);
        list.Json.GetProperty("DATA")[2].GetProperty("permissions").GetString().ShouldBe("rw");
        deleted["code"].ShouldBe("Deleted");
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        gone["code"].ShouldBe("AccessRuleNotFound");
    }

    [Fact]
    public async Task There_is_one_rule_for_a_path_and_a_principal()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var again = await user.PostAsync($"endpoint/{Guest}/access", Rule("all_authenticated_users", "", "/", "rw"));
        var below = await user.PostAsync($"endpoint/{Guest}/access", Rule("all_authenticated_users", "", "/below/", "rw"));

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again["code"].ShouldBe("Conflict");
        below.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","path":"/","permissions":"w"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","path":"home/","permissions":"r"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","path":"/~/","permissions":"r"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","path":"/../","permissions":"r"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","permissions":"r"}""")]
    [InlineData($$"""{"principal_type":"all_authenticated_users","principal":"{{GraceId}}","path":"/a/","permissions":"r"}""")]
    [InlineData("""{"principal_type":"identity","principal":"","path":"/","permissions":"r"}""")]
    [InlineData($$"""{"principal_type":"group","principal":"{{GraceId}}","path":"/","permissions":"r"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","path":"/","permissions":"r","expiration_date":"2001-01-01"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","path":"/","permissions":"r","expiration_date":"soon"}""")]
    public async Task A_malformed_rule_is_400(string document)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.PostAsync($"endpoint/{Guest}/access", document);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
        answer["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task Where_and_for_whom_a_rule_is_cannot_be_changed()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        var id = (await user.PostAsync($"endpoint/{Guest}/access", Rule("identity", GraceId, "/", "r")))["access_id"];

        (await user.PutAsync($"endpoint/{Guest}/access/{id}", Rule("identity", GraceId, "/", "rw")))["code"].ShouldBe("Updated");
        (await user.PutAsync($"endpoint/{Guest}/access/{id}", """{"path":"/other/"}"""))["code"].ShouldBe("BadRequest");
        (await user.PutAsync($"endpoint/{Guest}/access/{id}", $$"""{"principal":"{{AdaId}}"}"""))["code"].ShouldBe("BadRequest");
        (await user.PutAsync($"endpoint/{Guest}/access/{AdaId}", """{"permissions":"r"}"""))["code"].ShouldBe("AccessRuleNotFound");
    }

    [Fact]
    public async Task Rules_are_the_business_of_access_managers_and_of_guest_collections()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));

        var refused = await grace.GetAsync($"endpoint/{Guest}/access_list");
        await ada.PostAsync($"endpoint/{Guest}/role", $$"""{"principal_type":"identity","principal":"{{GraceId}}","role":"access_manager"}""");
        var allowed = await grace.PostAsync($"endpoint/{Guest}/access", Rule("anonymous", "", "/", "r"));
        var mapped = await ada.PostAsync($"endpoint/{First}/access", Rule("anonymous", "", "/", "r"));

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused["code"].ShouldBe("PermissionDenied");
        allowed["code"].ShouldBe("Created");
        mapped.Status.ShouldBe(HttpStatusCode.Conflict);
        mapped["code"].ShouldBe("NotSupported");
    }

    [Fact]
    public async Task Rules_are_held_by_listings_changes_transfers_and_deletes()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var id = (await ada.PostAsync("shared_endpoint", $$"""{"host_endpoint_id":"{{First}}","host_path":"/home/","display_name":"Home"}"""))["id"];

        var before = await grace.ListAsync(id, "/");
        var rule = (await ada.PostAsync($"endpoint/{id}/access", Rule("identity", GraceId, "/results/", "r")))["access_id"];
        var listed = await grace.NamesAsync(id, "/results/");
        var stat = await grace.StatAsync(id, "/results/2026-01.csv");
        var outside = await grace.StatAsync(id, "/file1.txt");
        var readOnly = await grace.ChangeAsync(id, "rename", ("old_path", "/results/2026-01.csv"), ("new_path", "/results/x.csv"));
        var outgoing = await RunAsync(grace, Transfer(id, Second, "/results/2026-01.csv", "/copy.csv"));
        var incoming = await RunAsync(grace, Transfer(Second, id, "/home/readme.txt", "/results/readme.txt"));
        await ada.PutAsync($"endpoint/{id}/access/{rule}", """{"permissions":"rw"}""");
        var written = await RunAsync(grace, Transfer(Second, id, "/home/readme.txt", "/results/readme.txt"));
        var removed = await RunAsync(grace, Delete(id, "/results/readme.txt"));
        await ada.DeleteAsync($"endpoint/{id}/access/{rule}");
        var after = await grace.ListAsync(id, "/results/");

        before["code"].ShouldBe("EndpointPermissionDenied");
        listed.ShouldBe("2026-01.csv 2026-02.csv");
        stat.Status.ShouldBe(HttpStatusCode.OK);
        outside["code"].ShouldBe("EndpointPermissionDenied");
        readOnly["code"].ShouldBe("EndpointPermissionDenied");
        outgoing.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        incoming.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED");
        written.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        removed.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        after["code"].ShouldBe("EndpointPermissionDenied");
    }

    [Fact]
    public async Task A_rule_ends_at_its_time()
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new GlobusEmulatorOptions { TimeProvider = time });
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var id = (await ada.PostAsync("shared_endpoint", $$"""{"host_endpoint_id":"{{First}}","host_path":"/home/","display_name":"Home"}"""))["id"];
        var expires = time.GetUtcNow().AddMinutes(5).ToString("O");
        var rule = (await ada.PostAsync($"endpoint/{id}/access", Rule("identity", GraceId, "/", "r", $",\"expiration_date\":\"{expires}\"")))["access_id"];

        var before = await grace.ListAsync(id, "/");
        time.Advance(TimeSpan.FromMinutes(6));
        var after = await grace.ListAsync(id, "/");

        before.Status.ShouldBe(HttpStatusCode.OK);
        after.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ada.GetAsync($"endpoint/{id}/access/{rule}"))["code"].ShouldBe("AccessRuleNotFound");
        (await ada.PostAsync($"endpoint/{id}/access", Rule("identity", GraceId, "/", "r"))).Status.ShouldBe(HttpStatusCode.Created);
    }

    private static string Rule(string type, string principal, string path, string permissions, string more = "") =>
        $$"""{"DATA_TYPE":"access","principal_type":"{{type}}","principal":"{{principal}}","path":"{{path}}","permissions":"{{permissions}}"{{more}}}""";

    private static string Transfer(string source, string destination, string from, string to) =>
        $$"""
        {"DATA_TYPE":"transfer","submission_id":"{{Guid.NewGuid()}}","source_endpoint":"{{source}}","destination_endpoint":"{{destination}}",
         "DATA":[{"DATA_TYPE":"transfer_item","source_path":"{{from}}","destination_path":"{{to}}"}]}
        """;

    private static string Delete(string endpoint, string path) =>
        $$"""{"DATA_TYPE":"delete","submission_id":"{{Guid.NewGuid()}}","endpoint":"{{endpoint}}","DATA":[{"DATA_TYPE":"delete_item","path":"{{path}}"}]}""";

    private static async Task<JsonElement> RunAsync(TransferUser user, string document)
    {
        var submitted = await user.PostAsync(document.Contains("\"transfer\"", StringComparison.Ordinal) ? "transfer" : "delete", document);
        submitted.Status.ShouldBe(HttpStatusCode.OK, submitted.Body);
        while (true)
        {
            var task = (await user.GetAsync($"task/{submitted["task_id"]}")).Json;
            if (task.GetProperty("status").GetString() != "ACTIVE")
            {
                return task;
            }

            await Task.Yield();
        }
    }
}
