using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static System.Buffers.Text.Base64Url;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Tokens;

public sealed class AuthorizationCodeTests
{
    [Fact]
    public async Task A_code_brings_a_token_for_each_resource_server()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.LoginAsync(("scope", $"{TransferAll} {ViewMyGroups} openid email"), ("access_type", "offline"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        answer["resource_server"].ShouldBe("auth.globus.org");
        answer["scope"].ShouldBe("openid email");
        answer["token_type"].ShouldBe("Bearer");
        answer.Json.GetProperty("expires_in").GetInt64().ShouldBe(172800);
        answer["refresh_token"].ShouldNotBeEmpty();
        answer["id_token"].ShouldNotBeEmpty();
        var others = answer.Json.GetProperty("other_tokens").EnumerateArray().ToArray();
        others.Select(token => token.GetProperty("resource_server").GetString()).ShouldBe(["transfer.api.globus.org", "groups.api.globus.org"]);
        others.ShouldAllBe(token => token.GetProperty("refresh_token").GetString() != "" && !HasMember(token, "id_token"));
    }

    [Fact]
    public async Task Online_access_brings_no_refresh_token_and_no_openid_no_id_token()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.LoginAsync(("scope", TransferAll));

        HasMember(answer.Json, "refresh_token").ShouldBeFalse();
        HasMember(answer.Json, "id_token").ShouldBeFalse();
        answer.Json.GetProperty("other_tokens").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_id_token_is_signed_by_the_first_key_of_the_set()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await driver.LoginAsync(("nonce", "n-0S6"));

        var parts = answer["id_token"].Split('.');
        var key = (await driver.GetAsync("auth/jwk.json")).Json.GetProperty("keys")[0];
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = DecodeFromChars(key.GetProperty("n").GetString()),
            Exponent = DecodeFromChars(key.GetProperty("e").GetString()),
        });
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        rsa.VerifyData(signed, DecodeFromChars(parts[2]), HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        Decode(parts[0]).GetProperty("alg").GetString().ShouldBe("RS512");
        var claims = Decode(parts[1]);
        claims.GetProperty("sub").GetString().ShouldBe(AdaId);
        claims.GetProperty("aud").GetString().ShouldBe(Native);
        claims.GetProperty("iss").GetString().ShouldBe(driver.Emulator.AuthUrl.AbsoluteUri.TrimEnd('/'));
        claims.GetProperty("nonce").GetString().ShouldBe("n-0S6");
        claims.GetProperty("preferred_username").GetString().ShouldBe(Ada);
        claims.GetProperty("email").GetString().ShouldBe(Ada);
        claims.GetProperty("identity_set")[0].GetProperty("sub").GetString().ShouldBe(AdaId);
        claims.GetProperty("exp").GetInt64().ShouldBe(claims.GetProperty("iat").GetInt64() + 172800);
        var hash = SHA512.HashData(Encoding.ASCII.GetBytes(answer["access_token"]));
        claims.GetProperty("at_hash").GetString().ShouldBe(EncodeToString(hash.AsSpan(0, 32)));
    }

    [Fact]
    public async Task A_code_works_only_once_and_a_second_use_ends_its_tokens()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var code = driver.SignIn();
        var first = await driver.ExchangeAsync(code);

        var second = await driver.ExchangeAsync(code);

        second.Status.ShouldBe(HttpStatusCode.BadRequest);
        second["error"].ShouldBe("invalid_grant");
        (await driver.GetAsync("auth/v2/oauth2/userinfo", first["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Of_many_who_exchange_a_code_at_once_one_wins()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var code = driver.SignIn();

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => driver.ExchangeAsync(code))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.BadRequest && answer["error"] == "invalid_grant").ShouldBe(31);
    }

    [Fact]
    public async Task A_code_expires()
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new() { TimeProvider = time, AuthorizationCodeLifetime = TimeSpan.FromMinutes(1) });
        var code = driver.SignIn();
        time.Advance(TimeSpan.FromMinutes(1));

        var answer = await driver.ExchangeAsync(code);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["error"].ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_wrong_verifier_is_refused_and_does_not_use_the_code_up()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var code = driver.SignIn();

        var wrong = await driver.ExchangeAsync(code, new string('b', 43));
        var missing = await driver.ExchangeAsync(code, "");
        var right = await driver.ExchangeAsync(code);

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong["error"].ShouldBe("invalid_grant");
        missing["error"].ShouldBe("invalid_grant");
        right.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_belongs_to_its_client_and_redirect_uri()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var code = driver.SignIn();
        (string, string)[] form = [("grant_type", "authorization_code"), ("code", code), ("code_verifier", Verifier)];

        var otherClient = await driver.TokenAsync((Service, ServiceSecret), [.. form, ("redirect_uri", NativeRedirect)]);
        var otherUri = await driver.TokenAsync(null, [.. form, ("client_id", Native), ("redirect_uri", NativeRedirect + "/")]);

        otherClient["error"].ShouldBe("invalid_grant");
        otherUri["error"].ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_confidential_client_exchanges_with_its_secret_with_or_without_a_challenge()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        (string, string?)[] web = [("client_id", WebApp), ("redirect_uri", WebAppRedirect)];
        (string, string)[] form = [("grant_type", "authorization_code"), ("redirect_uri", WebAppRedirect)];
        var plain = driver.SignIn([.. web, ("code_challenge", null), ("code_challenge_method", null)]);
        var bound = driver.SignIn(web);

        var withVerifierNobodyAskedFor = await driver.TokenAsync((WebApp, WebAppSecret), [.. form, ("code", plain), ("code_verifier", Verifier)]);
        var withoutPkce = await driver.TokenAsync((WebApp, WebAppSecret), [.. form, ("code", plain)]);
        var withoutVerifier = await driver.TokenAsync((WebApp, WebAppSecret), [.. form, ("code", bound)]);
        var withPkce = await driver.TokenAsync((WebApp, WebAppSecret), [.. form, ("code", bound), ("code_verifier", Verifier)]);

        withVerifierNobodyAskedFor["error"].ShouldBe("invalid_grant");
        withoutPkce.Status.ShouldBe(HttpStatusCode.OK);
        withoutVerifier["error"].ShouldBe("invalid_grant");
        withPkce.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static JsonElement Decode(string part) => JsonElement.Parse(DecodeFromChars(part));

    private static bool HasMember(JsonElement element, string name) => element.TryGetProperty(name, out _);
}
