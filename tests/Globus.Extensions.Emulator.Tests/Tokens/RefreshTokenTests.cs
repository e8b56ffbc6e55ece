using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Tokens;

public sealed class RefreshTokenTests
{
    [Fact]
    public async Task A_refresh_token_brings_access_tokens_again_and_again()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("access_type", "offline"));

        var first = await RefreshAsync(driver, login["refresh_token"]);
        var second = await RefreshAsync(driver, login["refresh_token"]);

        first["resource_server"].ShouldBe("auth.globus.org");
        first["scope"].ShouldBe(login["scope"]);
        first.Json.GetProperty("other_tokens").GetArrayLength().ShouldBe(0);
        first.Json.TryGetProperty("refresh_token", out _).ShouldBeFalse();
        second["access_token"].ShouldNotBe(first["access_token"]);
        (await driver.GetAsync("auth/v2/oauth2/userinfo", second["access_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_resource_server_has_a_refresh_token_of_its_own()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("access_type", "offline"), ("scope", $"openid {TransferAll}"));
        var transfer = login.Json.GetProperty("other_tokens")[0].GetProperty("refresh_token").GetString()!;

        var answer = await RefreshAsync(driver, transfer);

        answer["resource_server"].ShouldBe("transfer.api.globus.org");
        answer["scope"].ShouldBe(TransferAll);
    }

    [Fact]
    public async Task A_rotated_refresh_token_dies_with_its_use()
    {
        await using var driver = await EmulatorDriver.StartAsync(new() { RotateRefreshTokens = true });
        var login = await driver.LoginAsync(("access_type", "offline"));

        var first = await RefreshAsync(driver, login["refresh_token"]);
        var again = await RefreshAsync(driver, login["refresh_token"]);
        var second = await RefreshAsync(driver, first["refresh_token"]);

        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again["error"].ShouldBe("invalid_grant");
        second.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_many_who_rotate_at_once_one_wins()
    {
        await using var driver = await EmulatorDriver.StartAsync(new() { RotateRefreshTokens = true });
        var login = await driver.LoginAsync(("access_type", "offline"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => RefreshAsync(driver, login["refresh_token"]))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_refresh_token_is_of_no_use_to_another_client_or_as_a_bearer()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("access_type", "offline"));

        var stolen = await driver.TokenAsync(
            (Service, ServiceSecret), ("grant_type", "refresh_token"), ("refresh_token", login["refresh_token"]));
        var bearer = await driver.GetAsync("auth/v2/oauth2/userinfo", login["refresh_token"]);
        var access = await RefreshAsync(driver, login["access_token"]);

        stolen["error"].ShouldBe("invalid_grant");
        bearer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        access["error"].ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task An_access_token_expires_and_its_refresh_token_does_not()
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new() { TimeProvider = time, AccessTokenLifetime = TimeSpan.FromMinutes(5) });
        var login = await driver.LoginAsync(("access_type", "offline"));
        login.Json.GetProperty("expires_in").GetInt64().ShouldBe(300);
        time.Advance(TimeSpan.FromMinutes(5));

        (await driver.GetAsync("auth/v2/oauth2/userinfo", login["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync(driver, login["refresh_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tests_can_end_access_tokens_and_refresh_tokens_apart()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("access_type", "offline"), ("scope", $"openid {TransferAll}"));
        JsonElement transfer = login.Json.GetProperty("other_tokens")[0];

        driver.Emulator.RevokeAccessTokens("transfer.api.globus.org").ShouldBe(1);
        driver.Emulator.RevokeRefreshTokens().ShouldBe(2);

        (await driver.GetAsync("transfer/v0.10/submission_id", transfer.GetProperty("access_token").GetString())).Status
            .ShouldBe(HttpStatusCode.Unauthorized);
        (await driver.GetAsync("auth/v2/oauth2/userinfo", login["access_token"])).Status.ShouldBe(HttpStatusCode.OK);
        (await RefreshAsync(driver, login["refresh_token"]))["error"].ShouldBe("invalid_grant");
        driver.Emulator.RevokeAccessTokens().ShouldBe(1);
    }

    private static Task<Answer> RefreshAsync(EmulatorDriver driver, string refreshToken) =>
        driver.TokenAsync(null, ("grant_type", "refresh_token"), ("client_id", Native), ("refresh_token", refreshToken));
}
