using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Services;

public sealed class AuthApiTests
{
    private const string UserInfo = "auth/v2/oauth2/userinfo";
    private const string Identities = "auth/v2/api/identities";

    [Fact]
    public async Task Userinfo_shows_what_the_scopes_open()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var all = await driver.GetAsync(UserInfo, await driver.AccessTokenAsync("openid profile email"));
        var little = await driver.GetAsync(UserInfo, await driver.AccessTokenAsync("openid"));

        all["name"].ShouldBe("Ada Lovelace");
        all["email"].ShouldBe(Ada);
        all["preferred_username"].ShouldBe(Ada);
        little.Body.ShouldBe($$"""{"sub":"{{AdaId}}"}""");
    }

    [Fact]
    public async Task Userinfo_without_a_token_is_401_and_without_openid_403()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var missing = await driver.GetAsync(UserInfo);
        var otherService = await driver.GetAsync(UserInfo, await driver.AccessTokenAsync(TransferAll));
        var withoutScope = await driver.GetAsync(UserInfo, await driver.AccessTokenAsync("email"));

        missing.Status.ShouldBe(HttpStatusCode.Unauthorized);
        missing["error"].ShouldBe("unauthorized");
        missing.Json.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("UNAUTHORIZED");
        missing.Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
        otherService.Status.ShouldBe(HttpStatusCode.Unauthorized);
        withoutScope.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Identities_are_found_by_id_and_by_user_name()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid");

        var byId = await driver.GetAsync($"{Identities}?ids={GraceId},{AdaId},11111111-1111-4111-8111-111111111111", token);
        var byName = await driver.GetAsync($"{Identities}?usernames=ADA@example.org,nobody@example.org&provision=false", token);

        byId.Json.GetProperty("identities").EnumerateArray().Select(identity => identity.GetProperty("username").GetString()).ShouldBe([Grace, Ada]);
        byName.Json.GetProperty("identities").GetArrayLength().ShouldBe(1);
        byName.Json.GetProperty("identities")[0].GetProperty("id").GetString().ShouldBe(AdaId);
    }

    [Fact]
    public async Task Provisioning_makes_an_unused_identity_and_keeps_it()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid");

        var first = await driver.GetAsync($"{Identities}?usernames=new@example.org&provision=true", token);
        var second = await driver.GetAsync($"{Identities}?usernames=new@example.org", token);

        first.Json.GetProperty("identities")[0].GetProperty("status").GetString().ShouldBe("unused");
        second.Body.ShouldBe(first.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?ids=" + AdaId + "&usernames=" + Ada)]
    [InlineData("?ids=not-a-uuid")]
    public async Task A_query_for_identities_must_be_one_thing_or_the_other(string query)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync(Identities + query, await driver.AccessTokenAsync("openid"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors")[0].GetProperty("status").GetString().ShouldBe("400");
    }

    [Fact]
    public async Task Identities_without_a_token_are_401_and_without_the_scope_403()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        (await driver.GetAsync($"{Identities}?ids={AdaId}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await driver.GetAsync($"{Identities}?ids={AdaId}", await driver.AccessTokenAsync("email"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Consents_are_trees_with_times_in_utc()
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new() { TimeProvider = time });
        var token = await driver.AccessTokenAsync($"openid {WebAppScope}");

        var answer = await driver.GetAsync($"auth/v2/api/identities/{AdaId}/consents", token);

        var consents = answer.Json.GetProperty("consents").EnumerateArray().ToArray();
        consents.Select(consent => consent.GetProperty("scope_name").GetString()).ShouldBe(["openid", WebAppScope, TransferAll, ViewMyGroups]);
        consents[2].GetProperty("dependency_path").GetArrayLength().ShouldBe(2);
        consents[2].GetProperty("dependency_path")[0].GetInt64().ShouldBe(consents[1].GetProperty("id").GetInt64());
        consents[3].GetProperty("atomically_revocable").GetBoolean().ShouldBeTrue();
        consents[0].GetProperty("created").GetString().ShouldBe("2026-01-02T03:04:05+00:00");
    }

    [Fact]
    public async Task Consents_of_others_and_to_others_are_not_shown()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync("openid");
        var all = await driver.AccessTokenAsync(ViewConsents);

        (await driver.GetAsync($"auth/v2/api/identities/{GraceId}/consents", token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await driver.GetAsync($"auth/v2/api/identities/{AdaId}/consents?all=True", token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await driver.GetAsync($"auth/v2/api/identities/{AdaId}/consents?all=True", all)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Discovery_names_addresses_that_answer()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var document = await driver.GetAsync("auth/.well-known/openid-configuration");

        var auth = driver.Emulator.AuthUrl.AbsoluteUri;
        document["issuer"].ShouldBe(auth.TrimEnd('/'));
        document["token_endpoint"].ShouldBe(auth + "v2/oauth2/token");
        document["authorization_endpoint"].ShouldBe(auth + "v2/oauth2/authorize");
        document.Json.GetProperty("authorization_response_iss_parameter_supported").GetBoolean().ShouldBeTrue();
        document.Json.GetProperty("id_token_signing_alg_values_supported")[0].GetString().ShouldBe("RS512");
        var keys = await driver.GetAsync(new Uri(document["jwks_uri"]).PathAndQuery);
        keys.Json.GetProperty("keys")[0].GetProperty("kty").GetString().ShouldBe("RSA");
    }

    [Theory]
    [InlineData("auth/nothing", "error")]
    [InlineData("groups/nothing", "detail")]
    public async Task An_unknown_route_is_an_error_in_the_shape_of_its_service(string path, string member)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.GetAsync(path);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer[member].ShouldNotBeEmpty();
    }
}
