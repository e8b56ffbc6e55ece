using System.Text.Json;
using Globus.Extensions.OAuth;
using Globus.Extensions.OpenId;
using Globus.Extensions.OpenId.Internal;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.OpenId;

/// <summary>The real token of <c>shared/conformance/responses/auth/functional-id-token.json</c>, and what the reference makes of it.</summary>
public class IdTokenConformanceTests
{
    // The file's access token stands in for the real one, which the at_hash belongs to: our check of it, which the reference has not, is
    // off in every case but one.
    private static readonly IdTokenValidationOptions AsTheReference = new() { ValidateAccessTokenHash = false, ValidateLifetime = false };

    // Read by each test and not with the class: where the file is absent, a test can be skipped, and a class only fail.
    private static JsonElement Document => JsonElements.ReadConformance("responses", "auth", "functional-id-token.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_token_is_decoded_to_the_expected_claims()
    {
        using var auth = Script(withDiscovery: true, withKeys: true);

        var claims = await (await ExchangeAsync(auth)).DecodeIdTokenAsync(AsTheReference, cancellationToken: Cancellation);

        var written = JsonSerializer.SerializeToElement(claims, OpenIdJsonContext.Default.IdTokenClaims);
        var expected = Document.GetProperty("expected_claims");
        foreach (var claim in expected.EnumerateObject().Where(static claim => claim.Name != "identity_set"))
        {
            JsonElement.DeepEquals(written.GetProperty(claim.Name), claim.Value).ShouldBeTrue(claim.Name);
        }

        claims.IdentitySet!.Select(static identity => identity.Sub.Value).ShouldBe(
            expected.GetProperty("identity_set").EnumerateArray().Select(static identity => identity.GetProperty("sub").GetString()!));
        claims.IdentitySet![1].Name.ShouldBeNull();
        auth.Handler.Requests.Select(static request => request.Uri.AbsolutePath).ShouldBe(["/v2/oauth2/token", "/.well-known/openid-configuration", "/jwk.json"]);
        TestContext.Current.TestOutputHelper?.WriteLine($"functional-id-token.json: {expected.EnumerateObject().Count()} of {expected.EnumerateObject().Count()} claims.");
    }

    [Fact]
    public async Task The_keys_alone_are_fetched_where_the_document_is_at_hand()
    {
        using var auth = Script(withDiscovery: false, withKeys: true);

        await (await ExchangeAsync(auth)).DecodeIdTokenAsync(AsTheReference, Configuration(), cancellationToken: Cancellation);

        auth.Handler.Requests.Select(static request => request.Uri.AbsolutePath).ShouldBe(["/v2/oauth2/token", "/jwk.json"]);
    }

    [Fact]
    public async Task Nothing_is_fetched_where_document_and_key_are_at_hand()
    {
        using var auth = Script(withDiscovery: false, withKeys: false);

        var claims = await (await ExchangeAsync(auth)).DecodeIdTokenAsync(AsTheReference, Configuration(), Key(), Cancellation);

        claims.Email.ShouldBe(Document.GetProperty("expected_claims").GetProperty("email").GetString());
        auth.Handler.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_key_without_its_document_is_a_mistake()
    {
        using var auth = Script(withDiscovery: false, withKeys: false);
        var response = await ExchangeAsync(auth);

        await Should.ThrowAsync<ArgumentException>(() => response.DecodeIdTokenAsync(key: Key(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_leeway_that_is_long_enough_makes_up_for_the_years()
    {
        using var auth = Script(withDiscovery: true, withKeys: true);
        var response = await ExchangeAsync(auth);
        var sinceItEnded = ScriptedAuth.Now - DateTimeOffset.FromUnixTimeSeconds(Document.GetProperty("expected_claims").GetProperty("exp").GetInt64());

        (await RefusalAsync(response, AsTheReference with { ValidateLifetime = true })).ShouldBe(IdTokenCheck.Expiry);
        (await RefusalAsync(response, AsTheReference with { ValidateLifetime = true, ClockSkew = sinceItEnded - TimeSpan.FromMinutes(1) })).ShouldBe(IdTokenCheck.Expiry);
        (await response.DecodeIdTokenAsync(AsTheReference with { ValidateLifetime = true, ClockSkew = sinceItEnded + TimeSpan.FromMinutes(1) }, cancellationToken: Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Stricter_than_the_reference_the_access_token_must_belong_to_it()
    {
        using var auth = Script(withDiscovery: true, withKeys: true);

        (await RefusalAsync(await ExchangeAsync(auth), AsTheReference with { ValidateAccessTokenHash = true })).ShouldBe(IdTokenCheck.AccessTokenHash);
    }

    private static async Task<IdTokenCheck> RefusalAsync(OAuthTokenResponse response, IdTokenValidationOptions options) =>
        (await Should.ThrowAsync<IdTokenValidationException>(() => response.DecodeIdTokenAsync(options, cancellationToken: Cancellation))).Check;

    private static Task<OAuthTokenResponse> ExchangeAsync(ScriptedAuth auth) =>
        auth.Client.StartFlow(redirectUri: "https://bar.example.org/").ExchangeCodeAsync("foo", Cancellation);

    private static ScriptedAuth Script(bool withDiscovery, bool withKeys)
    {
        List<Func<HttpResponseMessage>> answers = [ScriptedHandler.Json(Answer(0).GetRawText())];
        if (withDiscovery)
        {
            answers.Add(ScriptedHandler.Json(Answer(1).GetRawText()));
        }

        if (withKeys)
        {
            answers.Add(ScriptedHandler.Json(Answer(2).GetRawText()));
        }

        return ScriptedAuth.With(
            static options =>
            {
                options.ClientId = Document.GetProperty("audience").GetString();
                options.UseNonce = false; // The reference sends none, so the token has none.
            },
            [.. answers]);
    }

    private static OpenIdConfiguration Configuration() =>
        Answer(1).Deserialize(OpenIdJsonContext.Default.OpenIdConfiguration)!;

    private static GlobusJsonWebKey Key() =>
        Answer(2).GetProperty("keys")[0].Deserialize(OpenIdJsonContext.Default.GlobusJsonWebKey)!;

    private static JsonElement Answer(int index) =>
        Document.GetProperty("sequences")[0].GetProperty("exchanges")[index].GetProperty("response").GetProperty("json");
}
