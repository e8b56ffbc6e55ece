using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class RestartTests : IDisposable
{
    private const string EngineBuilders = "10000000-0000-4000-8000-000000000001";

    private readonly StateStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_login_goes_on_with_its_tokens_its_code_and_the_key_of_its_id_token()
    {
        Answer login, keys;
        string code;
        await using (var before = await _stage.StartAsync())
        {
            login = await before.LoginAsync(("access_type", "offline"), ("scope", $"openid {TransferAll}"));
            keys = await before.GetAsync("auth/jwk.json");
            code = before.SignIn();
        }

        await using var after = await _stage.StartAsync();
        var refreshed = await RefreshAsync(after, login["refresh_token"]);

        (await after.GetAsync("auth/v2/oauth2/userinfo", login["access_token"]))["sub"].ShouldBe(AdaId);
        refreshed["scope"].ShouldBe(login["scope"]);
        (await after.GetAsync("auth/v2/oauth2/userinfo", refreshed["access_token"])).Status.ShouldBe(HttpStatusCode.OK);
        (await after.GetAsync("auth/jwk.json")).Body.ShouldBe(keys.Body);
        (await after.ExchangeAsync(code)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_ended_stays_ended()
    {
        Answer login, rotated;
        string usedCode;
        await using (var before = await _stage.StartAsync(static options => options.RotateRefreshTokens = true))
        {
            login = await before.LoginAsync(("access_type", "offline"));
            rotated = await RefreshAsync(before, login["refresh_token"]);
            before.Emulator.RevokeAccessTokens();
            usedCode = before.SignIn();
            (await before.ExchangeAsync(usedCode)).Status.ShouldBe(HttpStatusCode.OK);
        }

        await using var after = await _stage.StartAsync(static options => options.RotateRefreshTokens = true);

        (await after.GetAsync("auth/v2/oauth2/userinfo", login["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync(after, login["refresh_token"]))["error"].ShouldBe("invalid_grant");
        (await after.ExchangeAsync(usedCode))["error"].ShouldBe("invalid_grant");
        (await RefreshAsync(after, rotated["refresh_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_second_use_of_a_code_ends_its_login_after_a_restart_too()
    {
        string code;
        Answer tokens;
        await using (var before = await _stage.StartAsync())
        {
            code = before.SignIn();
            tokens = await before.ExchangeAsync(code);
        }

        await using var after = await _stage.StartAsync();
        await after.ExchangeAsync(code);

        (await after.GetAsync("auth/v2/oauth2/userinfo", tokens["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Projects_clients_credentials_policies_scopes_and_consents_are_kept()
    {
        string token, project, policy, scope, consents;
        (string Id, string Secret) client;
        await using (var before = await _stage.StartAsync())
        {
            token = await before.AccessTokenAsync($"{ManageProjects} {ViewConsents}");
            var ada = new Developer(before, token);
            project = await ada.CreateProjectAsync();
            policy = await ada.CreatePolicyAsync();
            client = await ada.CreateConfidentialAsync();
            scope = (await ada.CreateScopeAsync(client.Id, "manage")).GetRawText();
            (await ada.DeleteAsync($"clients/{Service}")).Status.ShouldBe(HttpStatusCode.OK);
            before.Emulator.SetClientSecret(WebApp, "another secret");
            consents = (await ada.GetAsync($"identities/{AdaId}/consents")).Body;
        }

        await using var after = await _stage.StartAsync();
        var same = new Developer(after, token);

        (await same.GetAsync($"projects/{project}")).Status.ShouldBe(HttpStatusCode.OK);
        (await same.GetAsync($"policies/{policy}")).Status.ShouldBe(HttpStatusCode.OK);
        (await same.GetAsync($"clients/{client.Id}/scopes/{Developer.Id(System.Text.Json.JsonElement.Parse(scope))}"))
            .Json.GetProperty("scope").GetRawText().ShouldBe(scope);
        (await same.GetAsync($"identities/{AdaId}/consents")).Body.ShouldBe(consents);
        (await CredentialsAsync(after, client)).Status.ShouldBe(HttpStatusCode.OK);
        (await CredentialsAsync(after, (WebApp, "another secret"))).Status.ShouldBe(HttpStatusCode.OK);
        (await CredentialsAsync(after, (WebApp, WebAppSecret)))["error"].ShouldBe("invalid_client");
        (await CredentialsAsync(after, (Service, ServiceSecret)))["error"].ShouldBe("invalid_client");
    }

    [Fact]
    public async Task A_deleted_credential_ends_what_it_brought_after_a_restart_too()
    {
        string token, deleted, brought;
        (string Id, string Secret) client;
        await using (var before = await _stage.StartAsync())
        {
            token = await before.AccessTokenAsync(ManageProjects);
            var ada = new Developer(before, token);
            var id = await ada.CreateClientAsync();
            var credential = await ada.CreateCredentialAsync(id);
            (client, deleted) = ((id, Developer.Text(credential, "secret")), Developer.Id(credential));
            brought = (await CredentialsAsync(before, client))["access_token"];
        }

        await using var after = await _stage.StartAsync();
        (await after.GetAsync("groups/v2/groups/my_groups", brought)).Status.ShouldBe(HttpStatusCode.OK);
        await new Developer(after, token).DeleteAsync($"clients/{client.Id}/credentials/{deleted}");

        (await after.GetAsync("groups/v2/groups/my_groups", brought)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Identities_groups_memberships_and_preferences_are_kept()
    {
        string ada, created, mine;
        await using (var before = await _stage.StartAsync())
        {
            ada = await before.AccessTokenAsync(GroupsAll);
            created = (await before.SendJsonAsync(HttpMethod.Post, "groups/v2/groups", ada, """{"name":"New","policies":{"authentication_assurance_timeout":null}}"""))["id"];
            await before.SendJsonAsync(
                HttpMethod.Post, $"groups/v2/groups/{created}", ada, $$"""{"add":[{"identity_id":"{{GraceId}}","role":"manager"}]}""");
            await before.SendJsonAsync(
                HttpMethod.Put, $"groups/v2/groups/{created}/membership_fields", ada, """{"institution":"Analytical Society"}""");
            await before.SendJsonAsync(HttpMethod.Put, "groups/v2/preferences", ada, $$$"""{"{{{AdaId}}}":{"allow_add":false}}""");
            (await before.SendAsync(HttpMethod.Delete, $"groups/v2/groups/{EngineBuilders}", ada)).Status.ShouldBe(HttpStatusCode.OK);
            mine = await MineAsync(before, ada, created);
        }

        await using var after = await _stage.StartAsync();

        (await MineAsync(after, ada, created)).ShouldBe(mine);
        (await after.GetAsync($"groups/v2/groups/{EngineBuilders}", ada)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_of_a_state_is_left_behind_without_a_file()
    {
        string token;
        await using (var before = await EmulatorDriver.StartAsync())
        {
            token = await before.AccessTokenAsync("openid");
        }

        await using var after = await EmulatorDriver.StartAsync();

        (await after.GetAsync("auth/v2/oauth2/userinfo", token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        Directory.GetFileSystemEntries(_stage.Folder.FullName).ShouldBeEmpty();
    }

    private static async Task<string> MineAsync(EmulatorDriver driver, string token, string group) => string.Join(
        '\n',
        (await driver.GetAsync("groups/v2/groups/my_groups", token)).Body,
        (await driver.GetAsync($"groups/v2/groups/{group}?include=memberships,policies", token)).Body,
        (await driver.GetAsync($"groups/v2/groups/{group}/membership_fields", token)).Body,
        (await driver.GetAsync("groups/v2/preferences", token)).Body);

    private static Task<Answer> RefreshAsync(EmulatorDriver driver, string refreshToken) =>
        driver.TokenAsync(null, ("grant_type", "refresh_token"), ("client_id", Native), ("refresh_token", refreshToken));

    private static Task<Answer> CredentialsAsync(EmulatorDriver driver, (string Id, string Secret) client) =>
        driver.TokenAsync(client, ("grant_type", "client_credentials"), ("scope", GroupsAll));
}
