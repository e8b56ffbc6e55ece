using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Tokens;

public sealed class RevocationTests
{
    [Fact]
    public async Task A_revoked_access_token_is_not_accepted_any_more()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("access_type", "offline"));

        var answer = await RevokeAsync(driver, login["access_token"]);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Json.GetProperty("active").GetBoolean().ShouldBeFalse();
        (await driver.GetAsync("auth/v2/oauth2/userinfo", login["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync(driver, login["refresh_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revoked_refresh_token_takes_its_access_tokens_along_and_nothing_else()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("access_type", "offline"), ("scope", $"openid {TransferAll}"));
        var refreshed = await RefreshAsync(driver, login["refresh_token"]);
        var transfer = login.Json.GetProperty("other_tokens")[0].GetProperty("access_token").GetString();

        await RevokeAsync(driver, login["refresh_token"]);

        (await RefreshAsync(driver, login["refresh_token"]))["error"].ShouldBe("invalid_grant");
        (await driver.GetAsync("auth/v2/oauth2/userinfo", login["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await driver.GetAsync("auth/v2/oauth2/userinfo", refreshed["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await driver.GetAsync("transfer/v0.10/submission_id", transfer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Revoking_tells_nothing_about_unknown_or_foreign_tokens()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid");

        var unknown = await RevokeAsync(driver, "unknown");
        var foreign = await driver.PostAsync("auth/v2/oauth2/token/revoke", (Service, ServiceSecret), ("token", token));

        unknown.Body.ShouldBe("""{"active":false}""");
        foreign.Body.ShouldBe("""{"active":false}""");
        (await driver.GetAsync("auth/v2/oauth2/userinfo", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Validate_says_whether_a_token_is_accepted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid");

        var before = await driver.PostAsync("auth/v2/oauth2/token/validate", null, ("client_id", Native), ("token", token));
        await RevokeAsync(driver, token);
        var after = await driver.PostAsync("auth/v2/oauth2/token/validate", null, ("client_id", Native), ("token", token));

        before.Body.ShouldBe("""{"active":true}""");
        after.Body.ShouldBe("""{"active":false}""");
    }

    [Fact]
    public async Task Introspection_describes_a_token_to_a_confidential_client()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid email");

        var answer = await driver.PostAsync(
            "auth/v2/oauth2/token/introspect", (Service, ServiceSecret), ("token", token), ("include", "identity_set"));

        answer.Json.GetProperty("active").GetBoolean().ShouldBeTrue();
        answer["sub"].ShouldBe(AdaId);
        answer["username"].ShouldBe(Ada);
        answer["client_id"].ShouldBe(Native);
        answer["scope"].ShouldBe("openid email");
        answer["token_type"].ShouldBe("Bearer");
        answer.Json.GetProperty("aud").EnumerateArray().Select(item => item.GetString()).ShouldBe(["auth.globus.org", Native]);
        answer.Json.GetProperty("identity_set")[0].GetString().ShouldBe(AdaId);
        answer.Json.GetProperty("exp").GetInt64().ShouldBe(answer.Json.GetProperty("iat").GetInt64() + 172800);
    }

    [Fact]
    public async Task Introspection_of_a_dead_token_says_only_that()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.PostAsync("auth/v2/oauth2/token/introspect", (Service, ServiceSecret), ("token", "dead"));

        answer.Body.ShouldBe("""{"active":false}""");
    }

    [Fact]
    public async Task Introspection_is_not_for_native_clients()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.PostAsync("auth/v2/oauth2/token/introspect", null, ("client_id", Native), ("token", "any"));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer["error"].ShouldBe("invalid_client");
    }

    private static Task<Answer> RevokeAsync(EmulatorDriver driver, string token) =>
        driver.PostAsync("auth/v2/oauth2/token/revoke", null, ("client_id", Native), ("token", token));

    private static Task<Answer> RefreshAsync(EmulatorDriver driver, string refreshToken) =>
        driver.TokenAsync(null, ("grant_type", "refresh_token"), ("client_id", Native), ("refresh_token", refreshToken));
}
