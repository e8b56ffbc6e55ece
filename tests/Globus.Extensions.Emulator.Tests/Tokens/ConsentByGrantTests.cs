using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Tokens;

public sealed class ConsentByGrantTests
{
    private const string DependentToken = "urn:globus:auth:grant_type:dependent_token";

    [Fact]
    public async Task A_code_carries_the_consent()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var login = await driver.LoginAsync(("scope", MappedDataAccess));

        (await ListAsync(driver, login["access_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refreshed_token_carries_it_on()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("scope", MappedDataAccess), ("access_type", "offline"));

        var refreshed = await driver.TokenAsync(
            null, ("grant_type", "refresh_token"), ("client_id", Native), ("refresh_token", login["refresh_token"]));

        (await ListAsync(driver, refreshed["access_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refreshed_token_brings_what_its_scope_depends_on_by_now()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = new Developer(driver, await driver.AccessTokenAsync($"{ManageProjects} {ViewConsents}"));
        var scope = await ada.CreateScopeAsync(WebApp, "later");
        var login = await driver.LoginAsync(("scope", Developer.Text(scope, "scope_string")), ("access_type", "offline"));
        var groups = Developer.Id((await ada.GetAsync($"scopes?scope_strings={GroupsAll}")).Json.GetProperty("scopes")[0]);
        await ada.PutAsync(
            $"scopes/{Developer.Id(scope)}",
            $$$"""{"scope":{"dependent_scopes":[{"scope":"{{{groups}}}","optional":false,"requires_refresh_token":false}]}}""");
        var before = (await ada.GetAsync($"identities/{AdaId}/consents")).Body;

        await driver.TokenAsync(null, ("grant_type", "refresh_token"), ("client_id", Native), ("refresh_token", login["refresh_token"]));

        before.ShouldNotContain(GroupsAll);
        (await ada.GetAsync($"identities/{AdaId}/consents")).Body.ShouldContain(GroupsAll);
    }

    [Fact]
    public async Task Client_credentials_carry_it()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var without = await driver.ServiceTokenAsync(TransferAll);

        var refused = await ListAsync(driver, without);
        var with = await driver.ServiceTokenAsync(MappedDataAccess);

        refused["code"].ShouldBe("ConsentRequired");
        (await ListAsync(driver, with)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Dependent_tokens_carry_what_the_person_has_allowed_the_service_to_use()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var plain = await driver.AccessTokenAsync(WebAppScope);
        var refused = await ListAsync(driver, await DependentAsync(driver, plain));

        var received = await driver.AccessTokenAsync($"{WebAppScope}[{MappedDataAccess}]");
        var allowed = await ListAsync(driver, await DependentAsync(driver, received));

        refused["code"].ShouldBe("ConsentRequired");
        allowed.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_service_cannot_consent_in_the_name_of_a_person()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var received = await driver.AccessTokenAsync(WebAppScope);

        var answer = await driver.TokenAsync(
            (WebApp, WebAppSecret), ("grant_type", DependentToken), ("token", received), ("scope", MappedDataAccess));

        answer["error"].ShouldBe("invalid_scope");
    }

    private static Task<Answer> ListAsync(EmulatorDriver driver, string token) => new TransferUser(driver, token).ListAsync(Mapped, "/");

    private static async Task<string> DependentAsync(EmulatorDriver driver, string received)
    {
        var answer = await driver.TokenAsync(
            (WebApp, WebAppSecret), ("grant_type", DependentToken), ("token", received), ("scope", TransferAll));
        return answer.Json[0].GetProperty("access_token").GetString()!;
    }
}
