using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Tokens;

public sealed class ClientCredentialsTests
{
    [Fact]
    public async Task The_token_belongs_to_the_identity_of_the_client()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var info = await driver.GetAsync("auth/v2/oauth2/userinfo", await driver.ServiceTokenAsync("openid profile"));

        info["sub"].ShouldBe(Service);
        info["preferred_username"].ShouldBe(Service + "@clients.auth.globus.org");
    }

    [Fact]
    public async Task Several_resource_servers_bring_several_tokens_and_never_a_refresh_token()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.TokenAsync(
            (Service, ServiceSecret), ("grant_type", "client_credentials"), ("scope", $"{GroupsAll} {TransferAll}"));

        answer["resource_server"].ShouldBe("groups.api.globus.org");
        answer.Json.GetProperty("other_tokens")[0].GetProperty("resource_server").GetString().ShouldBe("transfer.api.globus.org");
        answer.Body.ShouldNotContain("refresh_token");
    }

    [Theory]
    [InlineData("", "invalid_scope")]
    [InlineData("openid[", "invalid_scope")]
    [InlineData("openid []", "invalid_scope")]
    [InlineData("no_such_scope", "unknown_scope_error")]
    public async Task A_scope_that_cannot_be_granted_is_refused(string scope, string error)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.TokenAsync((Service, ServiceSecret), ("grant_type", "client_credentials"), ("scope", scope));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["error"].ShouldBe(error);
    }

    [Fact]
    public async Task A_native_client_has_no_credentials()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.TokenAsync(null, ("grant_type", "client_credentials"), ("client_id", Native), ("scope", TransferAll));

        answer["error"].ShouldBe("unauthorized_client");
    }
}
