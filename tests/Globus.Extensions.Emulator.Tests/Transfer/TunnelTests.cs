using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class TunnelTests
{
    private const string Points = "v2/stream_access_points";
    private const string Tunnels = "v2/tunnels";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Access_points_are_listed_filtered_and_read()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));

        var list = (await ada.GetAsync(Points)).Json.GetProperty("data");
        var first = await ada.GetAsync($"{Points}?page[limit]=1");
        var read = (await ada.GetAsync($"{Points}/{list[0].GetProperty("id").GetString()}")).Json.GetProperty("data");

        list.GetArrayLength().ShouldBe(2);
        first.Json.GetProperty("data").GetArrayLength().ShouldBe(1);
        first.Json.GetProperty("links").GetProperty("next").GetString().ShouldNotBeNull();
        read.GetProperty("type").GetString().ShouldBe("StreamAccessPoint");
        read.GetProperty("attributes").GetProperty("advertised_owner").GetString().ShouldBe(Ada);
        read.GetProperty("relationships").GetProperty("host_endpoint").GetProperty("data").GetProperty("id").GetString().ShouldBe(Endpoint);
        (await ada.GetAsync($"{Points}?filter[fulltext]=emulator point 2")).Json.GetProperty("data").GetArrayLength().ShouldBe(1);
        (await ada.GetAsync($"{Points}?filter[endpoint_admin]=true")).Json.GetProperty("data").GetArrayLength().ShouldBe(2);
        (await grace.GetAsync($"{Points}?filter[endpoint_admin]=true")).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
        (await ada.GetAsync($"{Points}?filter[endpoint_admin]=maybe"))["code"].ShouldBe("BadRequest");
        (await ada.GetAsync($"{Points}/{AdaId}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_submission_becomes_one_tunnel()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        var document = await DocumentAsync(user);

        var created = (await user.PostAsync(Tunnels, document)).Json.GetProperty("data");
        var again = (await user.PostAsync(Tunnels, document)).Json.GetProperty("data");
        var attributes = created.GetProperty("attributes");

        again.GetProperty("id").GetString().ShouldBe(created.GetProperty("id").GetString());
        (await user.GetAsync(Tunnels)).Json.GetProperty("data").GetArrayLength().ShouldBe(1);
        attributes.GetProperty("state").GetString().ShouldBe("AWAITING_LISTENER");
        attributes.GetProperty("lifetime_mins").GetInt32().ShouldBe(360);
        attributes.GetProperty("restartable").GetBoolean().ShouldBeFalse();
        attributes.GetProperty("created_time").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$");
        created.GetProperty("relationships").GetProperty("owner").GetProperty("data").GetProperty("id").GetString().ShouldBe(AdaId);
    }

    [Fact]
    public async Task A_tunnel_goes_from_waiting_to_stopped_and_is_deleted_then()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        var id = await CreateAsync(user);

        var half = await ChangeAsync(user, id, """{"listener_ip_address":"127.0.0.1"}""");
        var active = await ChangeAsync(user, id, """{"label":"river","listener_port":5000}""");
        var early = await user.DeleteAsync($"{Tunnels}/{id}");
        var stopping = await ChangeAsync(user, id, """{"state":"STOPPING"}""");
        var stopped = await StateAsync(user, id);
        var late = await user.PatchAsync($"{Tunnels}/{id}", Patch("""{"label":"late"}"""));
        var events = (await user.GetAsync($"{Tunnels}/{id}/events")).Json.GetProperty("data");
        var some = (await user.GetAsync($"{Tunnels}/{id}/events?filter[code_name]=TUNNEL_ACTIVE&filter[is_error]=false")).Json.GetProperty("data");
        var deleted = await user.DeleteAsync($"{Tunnels}/{id}");

        half.ShouldBe("AWAITING_LISTENER");
        active.ShouldBe("ACTIVE");
        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early["code"].ShouldBe("Conflict");
        stopping.ShouldBe("STOPPING");
        stopped.ShouldBe("STOPPED");
        late["code"].ShouldBe("Conflict");
        string.Join(' ', events.EnumerateArray().Select(static one => one.GetProperty("attributes").GetProperty("code").GetString()))
            .ShouldBe("STARTED TUNNEL_ACTIVE TUNNEL_STOPPED");
        events[2].GetProperty("id").GetInt32().ShouldBe(3);
        some.GetArrayLength().ShouldBe(1);
        deleted.Json.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Null);
        (await user.GetAsync($"{Tunnels}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_tunnel_stops_when_its_lifetime_is_over()
    {
        await using var driver = await EmulatorDriver.StartAsync(new GlobusEmulatorOptions { TimeProvider = _time });
        var user = await LogInAsync(driver);
        var id = await CreateAsync(user, ""","lifetime_mins":10""");

        _time.Advance(TimeSpan.FromMinutes(9));
        var before = await StateAsync(user, id);
        _time.Advance(TimeSpan.FromMinutes(1));
        var after = await StateAsync(user, id);

        before.ShouldBe("AWAITING_LISTENER");
        after.ShouldBe("STOPPED");
        (await user.DeleteAsync($"{Tunnels}/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_tunnel_is_its_owner_s()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var id = await CreateAsync(ada);

        (await grace.GetAsync($"{Tunnels}/{id}"))["code"].ShouldBe("PermissionDenied");
        (await grace.PatchAsync($"{Tunnels}/{id}", Patch("""{"state":"STOPPING"}""")))["code"].ShouldBe("PermissionDenied");
        (await grace.DeleteAsync($"{Tunnels}/{id}"))["code"].ShouldBe("PermissionDenied");
        (await grace.GetAsync($"{Tunnels}/{id}/events"))["code"].ShouldBe("PermissionDenied");
        (await grace.GetAsync(Tunnels)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(""","lifetime_mins":0""")]
    [InlineData(""","listener_port":0""")]
    [InlineData(""","listener_port":65536""")]
    [InlineData(""","listener_ip_address":"here" """)]
    [InlineData(""","label":" blank" """)]
    [InlineData(""","restartable":"no" """)]
    public async Task A_malformed_tunnel_is_400(string attributes)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.PostAsync(Tunnels, await DocumentAsync(user, attributes));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
        answer["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task A_tunnel_needs_two_access_points_and_a_submission_id()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        var document = await DocumentAsync(user);
        var point = (await user.GetAsync(Points)).Json.GetProperty("data")[0].GetProperty("id").GetString()!;

        (await user.PostAsync(Tunnels, document.Replace(point, AdaId))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await user.PostAsync(Tunnels, document.Replace("submission_id", "submission")))["code"].ShouldBe("BadRequest");
        (await user.PostAsync(Tunnels, document.Replace("initiator", "starter")))["code"].ShouldBe("BadRequest");
        (await user.PostAsync(Tunnels, document.Replace("\"Tunnel\"", "\"Bridge\"")))["code"].ShouldBe("BadRequest");
        (await user.PatchAsync($"{Tunnels}/{await CreateAsync(user)}", Patch("""{"state":"ACTIVE"}""")))["code"].ShouldBe("BadRequest");
        (await user.GetAsync($"{Tunnels}?page[limit]=x"))["code"].ShouldBe("BadRequest");
    }

    private static async Task<string> DocumentAsync(TransferUser user, string attributes = "")
    {
        var points = (await user.GetAsync(Points)).Json.GetProperty("data");
        return $$"""
            {"data":{"type":"Tunnel","attributes":{"submission_id":"{{Guid.NewGuid()}}"{{attributes}} },"relationships":{
             "initiator":{"data":{"type":"StreamAccessPoint","id":"{{points[0].GetProperty("id").GetString()}}" } },
             "listener":{"data":{"type":"StreamAccessPoint","id":"{{points[1].GetProperty("id").GetString()}}" } } } } }
            """;
    }

    private static async Task<string> CreateAsync(TransferUser user, string attributes = "")
    {
        var answer = await user.PostAsync(Tunnels, await DocumentAsync(user, attributes));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Json.GetProperty("data").GetProperty("id").GetString()!;
    }

    private static async Task<string?> ChangeAsync(TransferUser user, string id, string attributes)
    {
        var answer = await user.PatchAsync($"{Tunnels}/{id}", Patch(attributes));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Json.GetProperty("data").GetProperty("attributes").GetProperty("state").GetString();
    }

    private static async Task<string?> StateAsync(TransferUser user, string id) =>
        (await user.GetAsync($"{Tunnels}/{id}")).Json.GetProperty("data").GetProperty("attributes").GetProperty("state").GetString();

    private static string Patch(string attributes) => $$"""{"data":{"type":"Tunnel","attributes":{{attributes}} } }""";
}
