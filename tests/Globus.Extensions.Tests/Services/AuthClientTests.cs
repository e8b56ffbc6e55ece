using System.Text.Json;
using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Scopes;
using Globus.Extensions.Services.Auth.Internal;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

public class AuthClientTests
{
    [Fact]
    public async Task User_info_tells_who_is_logged_in()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var info = await globus.Provide().GetRequiredService<AuthClient>().GetUserInfoAsync(TestContext.Current.CancellationToken);

        info.Sub.ShouldBe(globus.Emulator.Seed.Users[0].Id);
        info.PreferredUsername.ShouldBe("ada@example.org");
        info.Name.ShouldBe("Ada Lovelace");
        info.Email.ShouldBe("ada@example.org");
        info.Organization.ShouldBe("Analytical Engines");
        info.IdentityProvider.ShouldNotBeNullOrEmpty();
        info.IdentityProviderDisplayName.ShouldNotBeNullOrEmpty();
        info.ExtensionData!.Keys.ShouldContain("identity_set");
    }

    [Fact]
    public async Task User_info_tells_no_more_than_the_scopes_open()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var auth = globus.Provide(static options => options.ScopeRequirements[GlobusResourceServers.Auth] = [GlobusScopes.OpenId]).GetRequiredService<AuthClient>();

        var info = await auth.GetUserInfoAsync(TestContext.Current.CancellationToken);

        info.Sub.ShouldBe(globus.Emulator.Seed.Users[0].Id);
        info.Name.ShouldBeNull();
        info.Email.ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_route_of_auth_is_an_auth_error()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v2/no/such/route");

        var auth = globus.Provide().GetRequiredService<AuthClient>();

        await Should.ThrowAsync<AuthApiException>(() => auth.SendAsync(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_claim_is_lost()
    {
        var json = JsonNode.Parse(
            """
            {"sub":"x","preferred_username":"u","name":"n","email":"e","organization":"o","identity_provider":"i",
             "identity_provider_display_name":"d","last_authentication":1700000000,"identity_set":[{"sub":"y"}],"odd":null}
            """);

        var again = JsonSerializer.SerializeToNode(json.Deserialize(AuthJsonContext.Default.UserInfo), AuthJsonContext.Default.UserInfo!);

        JsonNode.DeepEquals(again, json).ShouldBeTrue(again?.ToJsonString());
    }
}
