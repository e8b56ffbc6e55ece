using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Management;

/// <summary>Clients made by the API are as good as seeded ones, until they are deleted.</summary>
public sealed class CreatedClientTests
{
    private const string Redirect = "https://app.example.org/callback";

    [Fact]
    public async Task A_created_credential_logs_its_client_in_until_it_is_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateClientAsync("\"client_type\":\"client_identity\"");
        var credential = await ada.CreateCredentialAsync(client);
        var other = await ada.CreateCredentialAsync(client);
        var secret = Developer.Text(credential, "secret");

        var token = await CredentialsAsync(driver, (client, secret), "openid");
        var otherToken = await CredentialsAsync(driver, (client, Developer.Text(other, "secret")), "openid");
        var listed = await ada.GetAsync($"clients/{client}/credentials");
        var deleted = await ada.DeleteAsync($"clients/{client}/credentials/{Developer.Id(credential)}");

        token.Status.ShouldBe(HttpStatusCode.OK);
        listed.Json.GetProperty("credentials").GetArrayLength().ShouldBe(2);
        listed.Body.ShouldContain("\"secret\":null");
        listed.Body.ShouldNotContain(secret);
        deleted.Status.ShouldBe(HttpStatusCode.OK);
        (await CredentialsAsync(driver, (client, secret), "openid")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await IntrospectAsync(driver, token["access_token"])).ShouldBeFalse();
        (await IntrospectAsync(driver, otherToken["access_token"])).ShouldBeTrue();
        (await ada.DeleteAsync($"clients/{client}/credentials/{Developer.Id(credential)}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_login_outlives_the_credential_that_fetched_its_tokens()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateClientAsync($"\"public_client\":false,\"redirect_uris\":[\"{Redirect}\"]");
        var old = await ada.CreateCredentialAsync(client);
        var fresh = await ada.CreateCredentialAsync(client);
        var login = await LogInAsync(driver, (client, Developer.Text(old, "secret")));

        await ada.DeleteAsync($"clients/{client}/credentials/{Developer.Id(old)}");

        var renewed = await driver.TokenAsync(
            (client, Developer.Text(fresh, "secret")), ("grant_type", "refresh_token"), ("refresh_token", login["refresh_token"]));
        renewed.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_created_client_logs_people_in_at_its_redirect_uri_until_it_is_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateConfidentialAsync($"\"public_client\":false,\"redirect_uris\":[\"{Redirect}\"]");

        var login = await LogInAsync(driver, client);
        var consents = await driver.GetAsync($"auth/v2/api/identities/{AdaId}/consents?all=true", await driver.AccessTokenAsync(ViewConsents));
        await ada.DeleteAsync($"clients/{client.Id}");

        login.Status.ShouldBe(HttpStatusCode.OK);
        consents.Body.ShouldContain(client.Id);
        (await driver.GetAsync("auth/v2/oauth2/userinfo", login["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await IntrospectAsync(driver, login["refresh_token"])).ShouldBeFalse();
        (await driver.TokenAsync(client, ("grant_type", "refresh_token"), ("refresh_token", login["refresh_token"]))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        Should.Throw<InvalidOperationException>(() => SignIn(driver, client.Id));
        consents = await driver.GetAsync($"auth/v2/api/identities/{AdaId}/consents?all=true", await driver.AccessTokenAsync(ViewConsents));
        consents.Body.ShouldNotContain(client.Id);
        var identity = await driver.GetAsync($"auth/v2/api/identities/{client.Id}", await driver.AccessTokenAsync("openid"));
        identity.Json.GetProperty("identity").GetProperty("status").GetString().ShouldBe("closed");
    }

    [Fact]
    public async Task A_redirect_uri_counts_from_when_it_is_registered_until_it_is_taken_away()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateClientAsync();

        Should.Throw<InvalidOperationException>(() => SignIn(driver, client));
        await ada.PutAsync($"clients/{client}", $$"""{"client":{"redirect_uris":["{{Redirect}}"]} }""");
        SignIn(driver, client).ShouldNotBeEmpty();
        await ada.PutAsync($"clients/{client}", """{"client":{"redirect_uris":[]}}""");
        Should.Throw<InvalidOperationException>(() => SignIn(driver, client));
    }

    [Fact]
    public async Task A_created_public_client_logs_in_with_pkce_and_has_no_credentials()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateClientAsync("\"public_client\":true");

        var code = driver.SignIn(("client_id", client));
        var login = await driver.TokenAsync(
            null,
            ("grant_type", "authorization_code"),
            ("client_id", client),
            ("code", code),
            ("redirect_uri", NativeRedirect),
            ("code_verifier", Verifier));

        login.Status.ShouldBe(HttpStatusCode.OK);
        (await ada.PostAsync($"clients/{client}/credentials", """{"credential":{"name":"x"}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_public_web_app_redirects_only_where_it_is_registered()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateClientAsync($"\"client_type\":\"public_webapp_client\",\"redirect_uris\":[\"{Redirect}\"]");

        Should.Throw<InvalidOperationException>(() => driver.SignIn(("client_id", client)));
        driver.SignIn(("client_id", client), ("redirect_uri", Redirect)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Many_who_make_and_delete_at_once_leave_nothing_behind()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var before = (await ada.GetAsync("clients")).Body;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var client = await ada.CreateConfidentialAsync();
            await ada.CreateScopeAsync(client.Id, "run");
            await CredentialsAsync(driver, client, $"https://auth.globus.org/scopes/{client.Id}/run");
            await ada.DeleteAsync($"clients/{client.Id}");
        }));

        (await ada.GetAsync("clients")).Body.ShouldBe(before);
    }

    private static Task<Answer> CredentialsAsync(EmulatorDriver driver, (string Id, string Secret) client, string scope) =>
        driver.TokenAsync(client, ("grant_type", "client_credentials"), ("scope", scope));

    private static async Task<bool> IntrospectAsync(EmulatorDriver driver, string token)
    {
        var answer = await driver.PostAsync("auth/v2/oauth2/token/introspect", (WebApp, WebAppSecret), ("token", token));
        return answer.Json.GetProperty("active").GetBoolean();
    }

    private static string SignIn(EmulatorDriver driver, string client) => driver.SignIn(
        ("client_id", client), ("redirect_uri", Redirect), ("code_challenge", null), ("code_challenge_method", null), ("access_type", "offline"));

    private static Task<Answer> LogInAsync(EmulatorDriver driver, (string Id, string Secret) client) => driver.TokenAsync(
        client, ("grant_type", "authorization_code"), ("code", SignIn(driver, client.Id)), ("redirect_uri", Redirect));
}
