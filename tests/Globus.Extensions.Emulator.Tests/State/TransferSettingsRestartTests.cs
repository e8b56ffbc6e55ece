using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class TransferSettingsRestartTests : IDisposable
{
    private readonly StateStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Collections_made_changed_and_deleted_are_kept_with_their_files()
    {
        string token, made, guest, before;
        await using (var driver = await _stage.StartAsync())
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            made = await CreateAsync(user, "endpoint", """{"DATA_TYPE":"endpoint","display_name":"Mine","is_globus_connect":true}""");
            (await user.ChangeAsync(made, "mkdir", ("path", "/kept"))).Status.ShouldBe(HttpStatusCode.Accepted);
            guest = await CreateAsync(
                user, "shared_endpoint", $$"""{"DATA_TYPE":"shared_endpoint","display_name":"Shared","host_endpoint":"{{First}}","host_path":"/home/"}""");
            (await user.PutAsync($"endpoint/{First}", """{"DATA_TYPE":"endpoint","display_name":"Renamed"}""")).Status.ShouldBe(HttpStatusCode.OK);
            (await user.DeleteAsync($"endpoint/{Guest}")).Status.ShouldBe(HttpStatusCode.OK);
            before = await DescribeAsync(user, $"endpoint/{made}", $"endpoint/{guest}", $"endpoint/{First}");
        }

        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);

        (await DescribeAsync(same, $"endpoint/{made}", $"endpoint/{guest}", $"endpoint/{First}")).ShouldBe(before);
        (await same.NamesAsync(made, "/")).ShouldBe("kept");
        (await same.NamesAsync(guest, "/")).ShouldContain("file1.txt");
        (await same.GetAsync($"endpoint/{Guest}"))["code"].ShouldBe("EndpointDeleted");
    }

    [Fact]
    public async Task Roles_access_rules_bookmarks_and_pause_rules_are_kept()
    {
        string token, before;
        string[] routes = [$"endpoint/{Guest}/role_list", $"endpoint/{Guest}/access_list", "bookmark_list", "endpoint_manager/pause_rule_list"];
        await using (var driver = await _stage.StartAsync())
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            await CreateAsync(
                user,
                $"endpoint/{Guest}/role",
                $$"""{"DATA_TYPE":"role","principal_type":"identity","principal":"{{GraceId}}","role":"access_manager"}""");
            await CreateAsync(
                user,
                $"endpoint/{Guest}/access",
                $$"""{"DATA_TYPE":"access","principal_type":"identity","principal":"{{GraceId}}","path":"/","permissions":"rw"}""");
            await CreateAsync(user, "bookmark", $$"""{"DATA_TYPE":"bookmark","name":"home","endpoint_id":"{{First}}","path":"/home/"}""");
            await CreateAsync(
                user, "endpoint_manager/pause_rule", $$"""{"DATA_TYPE":"pause_rule","endpoint_id":"{{First}}","message":"Not now","pause_ls":true}""");
            before = await DescribeAsync(user, routes);
        }

        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);

        (await DescribeAsync(same, routes)).ShouldBe(before);
        (await same.ListAsync(First, "/"))["code"].ShouldBe("OperationPaused");
    }

    [Fact]
    public async Task A_pause_rule_that_has_begun_meanwhile_holds_the_tasks_that_were_under_way()
    {
        string token, task;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 1))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            var start = _stage.Time.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
            await CreateAsync(
                user,
                "endpoint_manager/pause_rule",
                $$"""{"DATA_TYPE":"pause_rule","endpoint_id":"{{First}}","message":"Not now","start_time":"{{start}}"}""");
            task = (await user.PostAsync(
                "transfer",
                $$"""
                {"DATA_TYPE":"transfer","submission_id":"{{Guid.NewGuid()}}","source_endpoint":"{{First}}","destination_endpoint":"{{Second}}",
                 "DATA":[{"DATA_TYPE":"transfer_item","source_path":"/home/","destination_path":"/copy/","recursive":true}]}
                """))["task_id"];
        }

        _stage.Time.Advance(TimeSpan.FromHours(2));
        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);

        (await same.GetAsync($"task/{task}")).Json.GetProperty("is_paused").GetBoolean().ShouldBeTrue();
        (await same.GetAsync($"task/{task}/pause_info")).Body.ShouldContain("Not now");
    }

    private static async Task<string> CreateAsync(TransferUser user, string route, string document)
    {
        var answer = await user.PostAsync(route, document);
        answer.Status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Created], answer.Body);
        return answer.Json.TryGetProperty("id", out var id) ? id.ToString() : answer.Json.GetProperty("access_id").ToString();
    }

    private static async Task<string> DescribeAsync(TransferUser user, params IEnumerable<string> routes)
    {
        var answers = new List<string>();
        foreach (var route in routes)
        {
            var answer = await user.GetAsync(route);
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
            answers.Add(answer.Body);
        }

        return string.Join('\n', answers);
    }
}
