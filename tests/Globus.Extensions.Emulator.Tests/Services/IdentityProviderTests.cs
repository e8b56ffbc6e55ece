using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Services;

public sealed class IdentityProviderTests
{
    private const string Providers = "auth/v2/api/identity_providers";

    [Fact]
    public async Task The_provider_of_an_identity_is_found_by_its_id_and_by_its_domain()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid");
        var identities = await driver.GetAsync($"auth/v2/api/identities?ids={AdaId},{Service}", token);
        var ids = identities.Json.GetProperty("identities").EnumerateArray().Select(identity => Developer.Text(identity, "identity_provider")).ToArray();

        var byIds = await driver.GetAsync($"{Providers}?ids={string.Join(',', ids)},11111111-1111-4111-8111-111111111111", token);
        var byDomain = await driver.GetAsync($"{Providers}?domains=EXAMPLE.org,nowhere.example", token);

        byIds.Json.GetProperty("identity_providers").EnumerateArray().Select(Developer.Id).ShouldBe(ids);
        byDomain.Json.GetProperty("identity_providers").EnumerateArray().Select(Developer.Id).ShouldBe([ids[0]]);
        byDomain.Json.GetProperty("identity_providers")[0].GetProperty("domains").GetRawText().ShouldBe("""["example.org"]""");
    }

    [Fact]
    public async Task A_provisioned_identity_brings_its_domain_along()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid");

        await driver.GetAsync("auth/v2/api/identities?usernames=new@elsewhere.example&provision=true", token);

        (await driver.GetAsync($"{Providers}?domains=elsewhere.example", token)).Json.GetProperty("identity_providers").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?ids=&domains=")]
    [InlineData("?ids=11111111-1111-4111-8111-111111111111&domains=example.org")]
    [InlineData("?ids=not-a-uuid")]
    public async Task A_query_for_providers_must_be_one_thing_or_the_other(string query)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync(Providers + query, await driver.AccessTokenAsync("openid"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("BAD_REQUEST");
    }

    [Fact]
    public async Task Providers_without_a_token_are_401_and_without_the_scope_403()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        (await driver.GetAsync($"{Providers}?domains=example.org")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await driver.GetAsync($"{Providers}?domains=example.org", await driver.AccessTokenAsync("email"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task One_identity_is_read_by_its_id()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync($"auth/v2/api/identities/{GraceId}", await driver.AccessTokenAsync("openid"));

        Developer.Text(answer.Json.GetProperty("identity"), "username").ShouldBe(Grace);
    }

    [Fact]
    public async Task Introspection_shows_identities_and_session_when_asked()
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new() { TimeProvider = time });
        var token = await driver.AccessTokenAsync("openid");
        time.Advance(TimeSpan.FromMinutes(5));

        var plain = await IntrospectAsync("");
        var full = await IntrospectAsync("identity_set,identity_set_detail,session_info");

        plain.Json.TryGetProperty("session_info", out _).ShouldBeFalse();
        plain.Json.TryGetProperty("identity_set", out _).ShouldBeFalse();
        full.Json.GetProperty("identity_set")[0].GetString().ShouldBe(AdaId);
        Developer.Text(full.Json.GetProperty("identity_set_detail")[0], "username").ShouldBe(Ada);
        var authentication = full.Json.GetProperty("session_info").GetProperty("authentications").GetProperty(AdaId);
        authentication.GetProperty("auth_time").GetInt64().ShouldBe(full.Json.GetProperty("iat").GetInt64());
        full.Json.GetProperty("session_info").GetProperty("session_id").GetGuid().ShouldNotBe(Guid.Empty);

        Task<Answer> IntrospectAsync(string include) => driver.PostAsync(
            "auth/v2/oauth2/token/introspect", (WebApp, WebAppSecret), ("token", token), ("include", include));
    }
}
