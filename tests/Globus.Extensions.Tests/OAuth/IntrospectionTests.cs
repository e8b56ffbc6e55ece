using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>Asking what a token is, and whether it is still valid.</summary>
public class IntrospectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_valid_token_is_described()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var token = await LogInAsync(globus);
        var client = globus.ConfidentialClient(globus.Web);

        var plain = await client.IntrospectTokenAsync(token.AccessToken, cancellationToken: Cancellation);
        var full = await client.IntrospectTokenAsync(token.AccessToken, ["identity_set"], cancellationToken: Cancellation);

        plain.Active.ShouldBeTrue();
        plain.Sub!.Value.Value.ShouldBe(globus.Emulator.Seed.Users[0].Id.ToString());
        plain.Username.ShouldBe(EmulatedGlobus.Ada);
        plain.Scope.ShouldBe(GlobusScopes.TransferAll);
        plain.ClientId.ShouldBe(globus.Native.Id.ToString());
        plain.Aud.ShouldBe([GlobusResourceServers.Transfer, globus.Native.Id.ToString()]);
        plain.Exp.ShouldNotBeNull().ShouldBe(token.ExpiresAt, TimeSpan.FromSeconds(5));
        plain.Nbf.ShouldBe(plain.Iat);
        plain.IdentitySet.ShouldBeNull();
        full.IdentitySet!.Select(static identity => identity.Value).ShouldBe([plain.Sub.Value.Value]);
        $"{full}".ShouldNotContain(EmulatedGlobus.Ada);
    }

    [Fact]
    public async Task Of_a_token_that_is_not_valid_nothing_else_is_told()
    {
        await using var globus = await EmulatedGlobus.StartAsync();

        var answer = await globus.ConfidentialClient(globus.Web).IntrospectTokenAsync("made-up", cancellationToken: Cancellation);

        answer.ShouldBe(new TokenIntrospection { Active = false });
    }

    [Fact]
    public async Task A_token_is_valid_until_it_is_revoked()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var client = globus.NativeClient();
        var token = await LogInAsync(globus);

        (await client.ValidateTokenAsync(token.AccessToken, cancellationToken: Cancellation)).ShouldBeTrue();
        await client.RevokeTokenAsync(token.AccessToken, cancellationToken: Cancellation);

        (await client.ValidateTokenAsync(token.AccessToken, cancellationToken: Cancellation)).ShouldBeFalse();
        (await client.ValidateTokenAsync("made-up", cancellationToken: Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Requests_are_what_the_reference_sends()
    {
        const string Answer = """{"active":true}""";
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json(Answer), ScriptedHandler.Json(Answer), ScriptedHandler.Json(Answer));

        await auth.Confidential.IntrospectTokenAsync("str-token", cancellationToken: Cancellation);
        await auth.Confidential.IntrospectTokenAsync("str-token", ["identity_set", "session_info"], [KeyValuePair.Create("a b", "c&d")], Cancellation);
        await auth.Confidential.ValidateTokenAsync("str-token", [KeyValuePair.Create("k", "v")], Cancellation);

        auth.Handler.Requests[0].Uri.AbsoluteUri.ShouldBe("https://auth.globus.org/v2/oauth2/token/introspect");
        auth.Handler.Requests[0].Form.ShouldBe(new Dictionary<string, string> { ["token"] = "str-token" });
        auth.Handler.Requests[1].Form.ShouldBe(new Dictionary<string, string> { ["token"] = "str-token", ["include"] = "identity_set,session_info" }, ignoreOrder: true);
        auth.Handler.Requests[1].Query.ShouldBe(new Dictionary<string, string> { ["a b"] = "c&d" });
        auth.Handler.Requests[2].Uri.AbsoluteUri.ShouldBe("https://auth.globus.org/v2/oauth2/token/validate");
        auth.Handler.Requests[2].Form.ShouldBe(new Dictionary<string, string> { ["token"] = "str-token", ["k"] = "v" }, ignoreOrder: true);
        auth.Handler.Requests.ShouldAllBe(static request => request.Headers.Authorization!.Scheme == "Basic");
    }

    [Fact]
    public async Task A_native_client_validates_by_its_id()
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json("""{"active":false}"""));

        (await auth.Client.ValidateTokenAsync("t", cancellationToken: Cancellation)).ShouldBeFalse();

        auth.Handler.Requests.Single().Form["client_id"].ShouldBe(ScriptedAuth.ClientId);
    }

    [Fact]
    public async Task What_nobody_expected_is_kept()
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json(
            """
            {"active":true,"aud":"one","exp":1700003600,"nbf":1700000000.5,"name":null,"identity_set":["a","b"],"dependent_tokens_cache_id":"x",
             "identity_set_detail":[{"sub":"a","username":"u"}],"session_info":{"session_id":"q"},"policy_evaluations":{"p":{"evaluation":true}}}
            """));

        var answer = await auth.Confidential.IntrospectTokenAsync("t", cancellationToken: Cancellation);

        answer.Aud.ShouldBe(["one"]);
        answer.Exp.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_700_003_600));
        answer.Nbf.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_500));
        answer.IdentitySetDetail.ShouldHaveSingleItem().Username.ShouldBe("u");
        answer.SessionInfo!.Value.GetProperty("session_id").GetString().ShouldBe("q");
        answer.PolicyEvaluations!.Value.GetProperty("p").GetProperty("evaluation").GetBoolean().ShouldBeTrue();
        answer.ExtensionData!.Keys.ShouldBe(["dependent_tokens_cache_id"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"active":"yes"}""")]
    [InlineData("<html>")]
    public async Task An_answer_that_does_not_say_is_an_api_error(string json)
    {
        using var auth = ScriptedAuth.WithSecret("s", ScriptedHandler.Json(json), ScriptedHandler.Json(json));

        (await Should.ThrowAsync<AuthApiException>(() => auth.Confidential.IntrospectTokenAsync("t", cancellationToken: Cancellation))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Should.ThrowAsync<AuthApiException>(() => auth.Confidential.ValidateTokenAsync("t", cancellationToken: Cancellation))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<OAuthToken> LogInAsync(EmulatedGlobus globus) =>
        (await globus.FinishAsync(globus.NativeClient().StartFlow([GlobusScopes.TransferAll]))).Tokens.Single();
}
