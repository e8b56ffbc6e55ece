using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Management;

public sealed class ScopeTests
{
    [Fact]
    public async Task A_scope_is_made_read_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateClientAsync();

        var scope = await ada.CreateScopeAsync(client, "manage", ",\"required_domains\":[\"globus.org\"]");
        var id = Developer.Id(scope);
        var changed = await ada.PutAsync($"scopes/{id}", """{"scope":{"scope_suffix":"manage_2","advertised":true,"allows_refresh_token":false}}""");
        var read = await ada.GetAsync($"scopes/{id}");
        var ofClient = await ada.GetAsync($"clients/{client}/scopes/{id}");
        var owner = (await ada.GetAsync($"clients/{client}")).Json.GetProperty("client");
        var deleted = await ada.DeleteAsync($"scopes/{id}");

        Developer.Text(scope, "scope_string").ShouldBe($"https://auth.globus.org/scopes/{client}/manage");
        scope.GetProperty("advertised").GetBoolean().ShouldBeFalse();
        scope.GetProperty("allows_refresh_token").GetBoolean().ShouldBeTrue();
        scope.GetProperty("required_domains").GetRawText().ShouldBe("""["globus.org"]""");
        Developer.Text(read.Json.GetProperty("scope"), "scope_string").ShouldBe($"https://auth.globus.org/scopes/{client}/manage_2");
        new[] { changed.Body, ofClient.Body, deleted.Body }.ShouldAllBe(body => body == read.Body);
        owner.GetProperty("scopes").GetRawText().ShouldBe($"[\"{id}\"]");
        (await ada.GetAsync($"scopes/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ada.GetAsync($"clients/{Native}/scopes/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Scopes_are_looked_up_by_id_and_by_scope_string()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var byName = await ada.GetAsync($"scopes?scope_strings={TransferAll},{WebAppScope},unknown");
        var ids = byName.Json.GetProperty("scopes").EnumerateArray().Select(Developer.Id).ToArray();
        var byId = await ada.GetAsync($"scopes?ids={string.Join(',', ids)}");
        var own = await ada.GetAsync("scopes");

        ids.Length.ShouldBe(2);
        byId.Body.ShouldBe(byName.Body);
        own.Json.GetProperty("scopes").EnumerateArray().Select(scope => Developer.Text(scope, "scope_string")).ShouldContain(WebAppScope);
        own.Body.ShouldNotContain($"\"{TransferAll}\"");
        (await ada.GetAsync($"scopes?ids={ids[0]}&scope_strings={TransferAll}")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ada.GetAsync("scopes?ids=x")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_scope_is_hidden_from_others_unless_advertised()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var grace = await Developer.LogInAsync(driver, Grace);
        var client = await ada.CreateClientAsync();
        var hidden = Developer.Id(await ada.CreateScopeAsync(client, "hidden"));
        var shown = Developer.Id(await ada.CreateScopeAsync(client, "shown", ",\"advertised\":true"));

        var found = await grace.GetAsync($"scopes?ids={hidden},{shown}");

        found.Json.GetProperty("scopes").EnumerateArray().Select(Developer.Id).ShouldBe([shown]);
        (await grace.GetAsync($"scopes/{hidden}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.PutAsync($"scopes/{shown}", """{"scope":{}}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.DeleteAsync($"scopes/{shown}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.PostAsync($"clients/{client}/scopes", """{"scope":{"name":"n","description":"d","scope_suffix":"s"}}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"description":"d","scope_suffix":"s"}""", "scope.name")]
    [InlineData("""{"name":"n","scope_suffix":"s"}""", "scope.description")]
    [InlineData("""{"name":"n","description":"d"}""", "scope.scope_suffix")]
    [InlineData("""{"name":"n","description":"d","scope_suffix":"Upper"}""", "scope.scope_suffix")]
    [InlineData("""{"name":"n","description":"d","scope_suffix":"a-b"}""", "scope.scope_suffix")]
    [InlineData("""{"name":"n","description":"d","scope_suffix":"s","advertised":1}""", "scope.advertised")]
    [InlineData("""{"name":"n","description":"d","scope_suffix":"s","dependent_scopes":["x"]}""", "scope.dependent_scopes")]
    [InlineData("""{"name":"n","description":"d","scope_suffix":"s","dependent_scopes":[{"optional":true}]}""", "scope.dependent_scopes[].scope")]
    [InlineData("""{"name":"n","description":"d","scope_suffix":"s","dependent_scopes":[{"scope":"11111111-1111-4111-8111-111111111111"}]}""", "scope.dependent_scopes")]
    public async Task A_scope_with_a_wrong_field_is_refused_by_its_name(string fields, string field)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var answer = await ada.PostAsync($"clients/{WebApp}/scopes", $$"""{"scope":{{fields}}}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors")[0].GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(field);
    }

    [Fact]
    public async Task A_suffix_is_taken_once_in_a_client()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var other = Developer.Id(await ada.CreateScopeAsync(WebApp, "other"));

        var again = await ada.PostAsync($"clients/{WebApp}/scopes", """{"scope":{"name":"n","description":"d","scope_suffix":"analyse"}}""");
        var renamed = await ada.PutAsync($"scopes/{other}", """{"scope":{"scope_suffix":"analyse"}}""");

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        renamed.Status.ShouldBe(HttpStatusCode.Conflict);
        (await ada.CreateScopeAsync(Service, "analyse")).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task A_created_scope_is_granted_at_once_for_its_resource_server_and_no_more_when_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateConfidentialAsync();
        var scope = await ada.CreateScopeAsync(client.Id, "run");
        var name = Developer.Text(scope, "scope_string");

        var code = driver.SignIn(("scope", name), ("access_type", "offline"));
        var login = await driver.LoginAsync(("scope", name), ("access_type", "offline"));
        var own = await driver.TokenAsync(client, ("grant_type", "client_credentials"), ("scope", name));
        await ada.DeleteAsync($"scopes/{Developer.Id(scope)}");

        login["resource_server"].ShouldBe(client.Id);
        login["scope"].ShouldBe(name);
        own["resource_server"].ShouldBe(client.Id);
        (await driver.ExchangeAsync(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var renewed = await driver.TokenAsync(
            null, ("grant_type", "refresh_token"), ("client_id", Native), ("refresh_token", login["refresh_token"]));
        renewed["error"].ShouldBe("invalid_grant");
        (await driver.TokenAsync(client, ("grant_type", "client_credentials"), ("scope", name)))["error"].ShouldBe("unknown_scope_error");
    }

    [Fact]
    public async Task A_scope_that_disallows_refresh_tokens_brings_none_for_its_resource_server()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var strict = Developer.Text(await ada.CreateScopeAsync(Service, "strict", ",\"allows_refresh_token\":false"), "scope_string");

        var login = await driver.LoginAsync(("scope", $"{TransferAll} {strict}"), ("access_type", "offline"));

        login.Json.TryGetProperty("refresh_token", out _).ShouldBeTrue();
        var other = login.Json.GetProperty("other_tokens")[0];
        other.GetProperty("resource_server").GetString().ShouldBe(Service);
        other.TryGetProperty("refresh_token", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_owner_gets_dependent_tokens_for_the_scopes_it_depends_on()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var client = await ada.CreateConfidentialAsync();
        var transfer = Developer.Id((await ada.GetAsync($"scopes?scope_strings={TransferAll}")).Json.GetProperty("scopes")[0]);
        var inner = await ada.CreateScopeAsync(Service, "inner");
        var scope = await ada.CreateScopeAsync(
            client.Id,
            "outer",
            $$""","dependent_scopes":[{"scope":"{{transfer}}","optional":false,"requires_refresh_token":true},{"scope":"{{Developer.Id(inner)}}","optional":true}]""");

        var received = await driver.AccessTokenAsync(Developer.Text(scope, "scope_string"));
        var before = await DependentAsync(received);
        await ada.DeleteAsync($"scopes/{Developer.Id(inner)}");
        var read = await ada.GetAsync($"scopes/{Developer.Id(scope)}");

        before.Json.EnumerateArray().Select(token => Developer.Text(token, "resource_server")).Order().ShouldBe([Service, "transfer.api.globus.org"]);
        read.Json.GetProperty("scope").GetProperty("dependent_scopes").GetRawText()
            .ShouldBe($$"""[{"scope":"{{transfer}}","optional":false,"requires_refresh_token":true}]""");
        (await DependentAsync(received)).Json.GetArrayLength().ShouldBe(1);

        Task<Answer> DependentAsync(string token) =>
            driver.TokenAsync(client, ("grant_type", "urn:globus:auth:grant_type:dependent_token"), ("token", token));
    }

    [Fact]
    public async Task Scopes_that_multiply_with_every_level_do_not_fill_the_memory()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var left = Developer.Id(await ada.CreateScopeAsync(WebApp, "left_0"));
        var right = Developer.Id(await ada.CreateScopeAsync(WebApp, "right_0"));
        for (var level = 1; level <= 30; level++)
        {
            var both = $$""","dependent_scopes":[{"scope":"{{left}}"},{"scope":"{{right}}"}]""";
            (left, right) = (Developer.Id(await ada.CreateScopeAsync(WebApp, $"left_{level}", both)), Developer.Id(await ada.CreateScopeAsync(WebApp, $"right_{level}", both)));
        }

        (await driver.LoginAsync(("scope", $"https://auth.globus.org/scopes/{WebApp}/left_30"))).Status.ShouldBe(HttpStatusCode.OK);
    }
}
