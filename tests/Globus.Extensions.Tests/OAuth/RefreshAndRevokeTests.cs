using System.Net;
using Globus.Extensions.Emulator;
using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.OAuth;

public class RefreshAndRevokeTests
{
    [Fact]
    public async Task A_refresh_gives_another_access_token_and_leaves_the_refresh_token_as_it_is()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient();
        var old = await LogInAsync(globus, client);

        var renewed = await client.RefreshTokenAsync(old.RefreshToken!, cancellationToken: TestContext.Current.CancellationToken);

        var token = renewed.Tokens.ShouldHaveSingleItem();
        token.ResourceServer.ShouldBe(GlobusResourceServers.Transfer);
        token.AccessToken.ShouldNotBe(old.AccessToken);
        token.RefreshToken.ShouldBeNull();
        (await client.RefreshTokenAsync(old.RefreshToken!, cancellationToken: TestContext.Current.CancellationToken)).Tokens.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_rotated_refresh_token_comes_with_the_answer_and_ends_the_old_one()
    {
        await using var globus = await EmulatedGlobus.StartAsync(new GlobusEmulatorOptions { RotateRefreshTokens = true });
        var client = globus.NativeClient();
        var old = await LogInAsync(globus, client);

        var renewed = (await client.RefreshTokenAsync(old.RefreshToken!, cancellationToken: TestContext.Current.CancellationToken)).Tokens.Single();

        renewed.RefreshToken.ShouldNotBeNull().ShouldNotBe(old.RefreshToken);
        await ShouldBeInvalidGrantAsync(() => client.RefreshTokenAsync(old.RefreshToken!));
        (await client.RefreshTokenAsync(renewed.RefreshToken!, cancellationToken: TestContext.Current.CancellationToken)).Tokens.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_revoked_refresh_token_renews_nothing()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient();
        var token = await LogInAsync(globus, client);

        await client.RevokeTokenAsync(token.RefreshToken!, cancellationToken: TestContext.Current.CancellationToken);

        await ShouldBeInvalidGrantAsync(() => client.RefreshTokenAsync(token.RefreshToken!));
    }

    [Fact]
    public async Task Revoking_twice_is_fine()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient();
        var token = await LogInAsync(globus, client);

        await client.RevokeTokenAsync(token.AccessToken, cancellationToken: TestContext.Current.CancellationToken);
        await client.RevokeTokenAsync(token.AccessToken, cancellationToken: TestContext.Current.CancellationToken);

        globus.Emulator.Requests.Count(static request => request.Path == "/auth/v2/oauth2/token/revoke" && request.StatusCode == 200).ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_apart_from_a_dead_token()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.ConfidentialClient(globus.Web);
        globus.Emulator.SetClientSecret(client.ClientId, "another");

        var exception = await Should.ThrowAsync<AuthApiException>(() => client.RefreshTokenAsync("token", cancellationToken: TestContext.Current.CancellationToken));

        exception.OAuthError.ShouldBe("invalid_client");
        exception.Message.ShouldContain("client secret");
        exception.ToString().ShouldNotContain(globus.Web.Secret!);
    }

    [Fact]
    public async Task Extra_parameters_go_into_the_form_of_a_refresh_and_a_revocation()
    {
        using var auth = ScriptedAuth.Native(
            ScriptedHandler.Json("""{"access_token":"a","scope":"s","resource_server":"r"}"""), ScriptedHandler.Json("""{"active":false}"""));

        await auth.Client.RefreshTokenAsync("r", [KeyValuePair.Create("x", "1")], TestContext.Current.CancellationToken);
        await auth.Client.RevokeTokenAsync("r", [KeyValuePair.Create("y", "2")], TestContext.Current.CancellationToken);

        auth.Handler.Requests[0].Form.ShouldBe(
            new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = "r", ["client_id"] = ScriptedAuth.ClientId, ["x"] = "1" }, ignoreOrder: true);
        auth.Handler.Requests[1].Form["y"].ShouldBe("2");
    }

    [Theory]
    [InlineData("grant_type")]
    [InlineData("CLIENT_ID")]
    [InlineData("token")]
    public async Task A_name_of_the_protocol_is_no_extra_parameter(string name)
    {
        using var auth = ScriptedAuth.Native();

        await Should.ThrowAsync<ArgumentException>(() => auth.Client.RefreshTokenAsync("r", [KeyValuePair.Create(name, "x")], TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentException>(() => auth.Client.RevokeTokenAsync("r", [KeyValuePair.Create(name, "x")], TestContext.Current.CancellationToken));

        auth.Handler.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refresh_is_sent_once_more_after_a_server_error()
    {
        using var auth = ScriptedAuth.Native(
            ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Json("""{"access_token":"a","scope":"s","resource_server":"r"}"""));

        (await auth.Client.RefreshTokenAsync("r", cancellationToken: TestContext.Current.CancellationToken)).Tokens.ShouldHaveSingleItem();

        auth.Handler.Requests.Select(static request => request.Form["refresh_token"]).ShouldBe(["r", "r"]);
    }

    private static async Task<OAuthToken> LogInAsync(EmulatedGlobus globus, GlobusLoginClient client) =>
        (await globus.FinishAsync(client.StartFlow(new AuthorizationFlowOptions { RequestRefreshTokens = true }))).ByResourceServer[GlobusResourceServers.Transfer];

    private static async Task ShouldBeInvalidGrantAsync(Func<Task> call)
    {
        var exception = await Should.ThrowAsync<AuthApiException>(call);
        exception.OAuthError.ShouldBe("invalid_grant");
        exception.Message.ShouldContain("log in again");
    }
}
