using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class RoleTests
{
    private const string EngineBuilders = "10000000-0000-4000-8000-000000000001";

    [Fact]
    public async Task A_role_is_given_read_listed_and_taken_away()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var given = await user.PostAsync($"endpoint/{First}/role", Role(GraceId, "activity_monitor"));
        var id = given["id"];
        var read = await user.GetAsync($"endpoint/{First}/role/{id}");
        var list = await user.GetAsync($"endpoint/{First}/role_list");
        var again = await user.PostAsync($"endpoint/{First}/role", Role(GraceId, "activity_monitor"));
        var taken = await user.DeleteAsync($"endpoint/{First}/role/{id}");
        var gone = await user.GetAsync($"endpoint/{First}/role/{id}");

        given["DATA_TYPE"].ShouldBe("role");
        given["principal"].ShouldBe(GraceId);
        read["role"].ShouldBe("activity_monitor");
        list["DATA_TYPE"].ShouldBe("role_list");
        list.Json.GetProperty("DATA").EnumerateArray().Select(static role => role.GetProperty("role").GetString()).ShouldBe(["administrator", "activity_monitor"]);
        again["code"].ShouldBe("Conflict");
        taken["code"].ShouldBe("Deleted");
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        gone["code"].ShouldBe("RoleNotFound");
    }

    [Fact]
    public async Task The_owner_stays_an_administrator()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        var owner = (await user.GetAsync($"endpoint/{First}/role_list")).Json.GetProperty("DATA")[0];

        var refused = await user.DeleteAsync($"endpoint/{First}/role/{owner.GetProperty("id").GetString()}");

        owner.GetProperty("principal").GetString().ShouldBe(AdaId);
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        (await user.PostAsync($"endpoint/{First}/role", Role(AdaId, "administrator")))["code"].ShouldBe("Conflict");
    }

    [Fact]
    public async Task Roles_are_for_those_who_have_one_and_changed_by_administrators()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));

        var before = await grace.GetAsync($"endpoint/{First}/role_list");
        var id = (await ada.PostAsync($"endpoint/{First}/role", Role(EngineBuilders, "activity_monitor", "group")))["id"];
        var after = await grace.GetAsync($"endpoint/{First}/role_list");
        var document = await grace.GetAsync($"endpoint/{First}");

        before.Status.ShouldBe(HttpStatusCode.Forbidden);
        before["code"].ShouldBe("PermissionDenied");
        after.Status.ShouldBe(HttpStatusCode.OK);
        document.Json.GetProperty("my_effective_roles")[0].GetString().ShouldBe("activity_monitor");
        (await grace.PostAsync($"endpoint/{First}/role", Role(GraceId, "administrator")))["code"].ShouldBe("PermissionDenied");
        (await grace.DeleteAsync($"endpoint/{First}/role/{id}"))["code"].ShouldBe("PermissionDenied");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{GraceId}}","role":"king"}""")]
    [InlineData($$"""{"principal_type":"all_authenticated_users","principal":"{{GraceId}}","role":"administrator"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"grace","role":"administrator"}""")]
    [InlineData($$"""{"principal_type":"identity","principal":"{{First}}","role":"administrator"}""")]
    [InlineData($$"""{"principal_type":"group","principal":"{{GraceId}}","role":"administrator"}""")]
    public async Task A_malformed_role_is_400(string document)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.PostAsync($"endpoint/{First}/role", document))["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task An_administrator_of_a_guest_collection_reads_and_writes_it()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await LogInAsync(driver);
        var service = new TransferUser(driver, await driver.ServiceTokenAsync(TransferAll));
        await ada.PostAsync("shared_endpoint", $$"""{"host_endpoint_id":"{{First}}","host_path":"/home/","display_name":"Home","public":false}""");
        var id = (await ada.GetAsync($"endpoint/{First}/my_shared_endpoint_list")).Json.GetProperty("DATA")[1].GetProperty("id").GetString()!;

        var before = await service.GetAsync($"endpoint/{id}");
        var role = (await ada.PostAsync($"endpoint/{id}/role", Role(Service, "administrator")))["id"];
        var made = await service.ChangeAsync(id, "mkdir", ("path", "/made"));
        var rules = (await ada.GetAsync($"endpoint/{id}/access_list")).Json.GetProperty("DATA");
        var edited = await ada.PutAsync($"endpoint/{id}/access/{role}", """{"permissions":"r"}""");
        var removed = await ada.DeleteAsync($"endpoint/{id}/access/{role}");
        await ada.DeleteAsync($"endpoint/{id}/role/{role}");

        before.Status.ShouldBe(HttpStatusCode.Forbidden);
        made.Status.ShouldBe(HttpStatusCode.OK);
        var implied = rules.EnumerateArray().ShouldHaveSingleItem();
        implied.GetProperty("role_id").GetString().ShouldBe(role);
        implied.GetProperty("role_type").GetString().ShouldBe("administrator");
        implied.GetProperty("permissions").GetString().ShouldBe("rw");
        edited["code"].ShouldBe("NotSupported");
        removed["code"].ShouldBe("NotSupported");
        (await service.ListAsync(id, "/")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ada.GetAsync($"endpoint/{id}/access_list")).Json.GetProperty("DATA").GetArrayLength().ShouldBe(0);
    }

    private static string Role(string principal, string role, string type = "identity") =>
        $$"""{"DATA_TYPE":"role","principal_type":"{{type}}","principal":"{{principal}}","role":"{{role}}"}""";
}
