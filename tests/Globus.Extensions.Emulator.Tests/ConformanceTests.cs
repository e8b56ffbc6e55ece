using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests;

/// <summary>The emulator's documents have the members that the recorded answers of the real services have.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task Identities_look_like_the_recorded_ones()
    {
        var recorded = await RecordedAsync("auth", "get_identities.json", "sirosen");
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync($"auth/v2/api/identities?ids={AdaId}", await driver.AccessTokenAsync("openid"));

        Members(answer.Json.GetProperty("identities")[0]).ShouldBe(Members(recorded.GetProperty("identities")[0]));
    }

    [Fact]
    public async Task An_error_of_Auth_looks_like_the_recorded_one()
    {
        var recorded = await RecordedAsync("auth", "get_identities.json", "unauthorized");
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync($"auth/v2/api/identities?ids={AdaId}");

        Members(answer.Json).ShouldBe(Members(recorded));
        Members(answer.Json.GetProperty("errors")[0]).ShouldBe(Members(recorded.GetProperty("errors")[0]));
        answer["error"].ShouldBe(recorded.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_group_looks_like_the_recorded_one()
    {
        var recorded = await RecordedAsync("groups", "get_group.json", "default");
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync("groups/v2/groups/10000000-0000-4000-8000-000000000001", await driver.AccessTokenAsync(ViewMyGroups));

        Members(answer.Json).ShouldBe(Members(recorded));
        Members(answer.Json.GetProperty("my_memberships")[0]).ShouldBe(Members(recorded.GetProperty("my_memberships")[0]));
        Members(answer.Json.GetProperty("policies")).ShouldBe(Members(recorded.GetProperty("policies")));
    }

    [Fact]
    public async Task Policies_look_like_the_recorded_ones()
    {
        var recorded = await RecordedAsync("groups", "set_group_policies.json", "default");
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync(
            "groups/v2/groups/10000000-0000-4000-8000-000000000001/policies", await driver.AccessTokenAsync(GroupsAll));

        Members(answer.Json).ShouldBe(Members(recorded));
    }

    [Fact]
    public async Task A_token_response_looks_like_the_recorded_one()
    {
        var recorded = await RecordedAsync("auth", "oauth2_exchange_code_for_tokens.json", "default");
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.LoginAsync(("scope", TransferAll));

        Members(answer.Json).ShouldBe(Members(recorded));
    }

    [Fact]
    public async Task An_id_token_has_the_recorded_claims()
    {
        var file = await File.ReadAllBytesAsync(
            SharedFolder.File("conformance", "responses", "auth", "functional-id-token.json"), TestContext.Current.CancellationToken);
        var recorded = JsonElement.Parse(file).GetProperty("expected_claims");
        await using var driver = await EmulatorDriver.StartAsync();

        var payload = (await driver.LoginAsync())["id_token"].Split('.')[1];

        var claims = JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload));
        Members(claims).ShouldBe(Members(recorded));
        Members(claims.GetProperty("identity_set")[0]).ShouldBe(Members(recorded.GetProperty("identity_set")[0]));
    }

    private static async Task<JsonElement> RecordedAsync(string service, string file, string name)
    {
        var path = SharedFolder.File("conformance", "responses", service, file);
        var document = JsonElement.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        return document.GetProperty("entries").EnumerateArray()
            .First(entry => entry.GetProperty("case").GetString() == name)
            .GetProperty("response").GetProperty("json");
    }

    private static string Members(JsonElement element) =>
        string.Join(' ', element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
}
