using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Tokens;

public sealed class DependentTokenTests
{
    private const string Grant = "urn:globus:auth:grant_type:dependent_token";

    [Fact]
    public async Task A_service_gets_tokens_for_the_services_behind_it()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var received = await driver.AccessTokenAsync(WebAppScope);

        var answer = await driver.TokenAsync((WebApp, WebAppSecret), ("grant_type", Grant), ("token", received), ("access_type", "offline"));

        var tokens = answer.Json.EnumerateArray().ToArray();
        tokens.Select(token => token.GetProperty("resource_server").GetString()).ShouldBe(["transfer.api.globus.org", "groups.api.globus.org"]);
        tokens.ShouldAllBe(token => token.GetProperty("refresh_token").GetString() != "");
        var mine = await driver.GetAsync("groups/v2/groups/my_groups", tokens[1].GetProperty("access_token").GetString());
        mine.Json[0].GetProperty("my_memberships")[0].GetProperty("identity_id").GetString().ShouldBe(AdaId);
    }

    [Fact]
    public async Task It_may_ask_for_some_of_them_only()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var received = await driver.AccessTokenAsync(WebAppScope);

        var answer = await driver.TokenAsync((WebApp, WebAppSecret), ("grant_type", Grant), ("token", received), ("scope", TransferAll));
        var tooMuch = await driver.TokenAsync((WebApp, WebAppSecret), ("grant_type", Grant), ("token", received), ("scope", GroupsAll));

        answer.Json.GetArrayLength().ShouldBe(1);
        answer.Json[0].TryGetProperty("refresh_token", out _).ShouldBeFalse();
        tooMuch["error"].ShouldBe("invalid_scope");
    }

    [Fact]
    public async Task A_token_for_somebody_else_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var received = await driver.AccessTokenAsync(TransferAll);

        var answer = await driver.TokenAsync((WebApp, WebAppSecret), ("grant_type", Grant), ("token", received));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["error"].ShouldBe("invalid_grant");
    }
}
