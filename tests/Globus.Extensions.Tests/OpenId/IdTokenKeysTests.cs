using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.OpenId;

namespace Globus.Extensions.Tests.OpenId;

/// <summary>Which keys verify, when they are fetched, and how often.</summary>
public class IdTokenKeysTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_and_keys_are_fetched_once()
    {
        using var story = new IdTokenStory();
        var token = TokenForge.Sign(story.Claims());

        await story.DecodeAsync(token);
        await story.DecodeAsync(token);

        (story.DiscoveryCalls, story.KeyCalls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_key_is_found_by_its_id_wherever_it_stands()
    {
        using var story = new IdTokenStory();
        story.KeySet = TokenForge.KeySet(TokenForge.FirstKey("one"), TokenForge.SecondKey("two"));

        (await story.DecodeAsync(TokenForge.Sign(story.Claims(), key: TokenForge.Second, kid: "two"))).ShouldNotBeNull();
        (await story.DecodeAsync(TokenForge.Sign(story.Claims(), key: TokenForge.First, kid: "one"))).ShouldNotBeNull();
        (await story.RefusalAsync(TokenForge.Sign(story.Claims(), key: TokenForge.First, kid: "two"))).ShouldBe(IdTokenCheck.Signature);
        story.KeyCalls.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_names_no_key_may_be_of_any()
    {
        using var story = new IdTokenStory();
        story.KeySet = TokenForge.KeySet(TokenForge.FirstKey(), TokenForge.SecondKey("two"));

        (await story.DecodeAsync(TokenForge.Sign(story.Claims(), key: TokenForge.Second))).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("new")]
    [InlineData(null)]
    public async Task A_replaced_key_is_fetched_by_the_first_token_that_needs_it(string? kid)
    {
        using var story = new IdTokenStory();
        story.KeySet = TokenForge.KeySet(TokenForge.FirstKey(kid is null ? null : "old"));
        await story.DecodeAsync(TokenForge.Sign(story.Claims()));
        story.KeySet = TokenForge.KeySet(TokenForge.SecondKey(kid));
        var token = TokenForge.Sign(story.Claims(), key: TokenForge.Second, kid: kid);

        await story.DecodeAsync(token);
        await story.DecodeAsync(token);

        (story.DiscoveryCalls, story.KeyCalls).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Made_up_keys_do_not_become_requests()
    {
        using var story = new IdTokenStory();
        await story.DecodeAsync(TokenForge.Sign(story.Claims()));

        for (var i = 0; i < 20; i++)
        {
            (await story.RefusalAsync(TokenForge.Sign(story.Claims(), key: TokenForge.Second, kid: $"made-up-{i}"))).ShouldBe(IdTokenCheck.Key);
            (await story.RefusalAsync(TokenForge.Sign(story.Claims(), key: TokenForge.Second))).ShouldBe(IdTokenCheck.Signature);
        }

        story.KeyCalls.ShouldBe(2);
        story.Clock.Advance(TimeSpan.FromMinutes(1));
        await story.RefusalAsync(TokenForge.Sign(story.Claims(), key: TokenForge.Second, kid: "made-up"));
        story.KeyCalls.ShouldBe(3);
    }

    [Fact]
    public async Task Keys_are_fetched_again_after_a_day()
    {
        using var story = new IdTokenStory();
        await story.DecodeAsync(TokenForge.Sign(story.Claims()));
        story.KeySet = TokenForge.KeySet(TokenForge.SecondKey());
        story.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await story.DecodeAsync(TokenForge.Sign(story.Claims()));
        story.KeyCalls.ShouldBe(1);

        story.Clock.Advance(TimeSpan.FromSeconds(1));

        (await story.RefusalAsync(TokenForge.Sign(story.Claims()))).ShouldBe(IdTokenCheck.Signature); // The old key was withdrawn.
        (await story.DecodeAsync(TokenForge.Sign(story.Claims(), key: TokenForge.Second))).ShouldNotBeNull();
        story.KeyCalls.ShouldBe(2);
    }

    [Fact]
    public async Task Old_keys_serve_on_while_no_others_can_be_had()
    {
        using var story = new IdTokenStory();
        await story.DecodeAsync(TokenForge.Sign(story.Claims()));
        var good = story.KeySet;
        story.KeySet = "<html>";
        story.Clock.Advance(TimeSpan.FromDays(30));

        for (var i = 0; i < 5; i++)
        {
            (await story.DecodeAsync(TokenForge.Sign(story.Claims()))).ShouldNotBeNull();
        }

        story.KeyCalls.ShouldBe(2); // Asked again after a minute, not for every token.
        story.KeySet = good;
        story.Clock.Advance(TimeSpan.FromMinutes(1));
        await story.DecodeAsync(TokenForge.Sign(story.Claims()));
        await story.DecodeAsync(TokenForge.Sign(story.Claims()));
        story.KeyCalls.ShouldBe(3);
    }

    [Fact]
    public async Task One_key_verifies_many_tokens_at_once()
    {
        using var story = new IdTokenStory();
        var good = await story.ReceiveAsync(TokenForge.Sign(story.Claims()));
        var forged = await story.ReceiveAsync(TokenForge.Sign(story.Claims(), key: TokenForge.Second));
        await good.DecodeIdTokenAsync(cancellationToken: Cancellation);

        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation }, async (number, cancellation) =>
        {
            if (number % 5 == 0)
            {
                (await Should.ThrowAsync<IdTokenValidationException>(() => forged.DecodeIdTokenAsync(cancellationToken: cancellation))).Check.ShouldBe(IdTokenCheck.Signature);
            }
            else
            {
                (await good.DecodeIdTokenAsync(cancellationToken: cancellation)).Sub.ShouldNotBe(default);
            }
        });
    }

    [Fact]
    public async Task Many_who_need_the_keys_at_once_share_one_request()
    {
        using var story = new IdTokenStory();
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        story.BeforeKeys = _ => open.Task;
        var response = await story.ReceiveAsync(TokenForge.Sign(story.Claims()));

        var all = Enumerable.Range(0, 64).Select(_ => response.DecodeIdTokenAsync(cancellationToken: Cancellation)).ToArray();
        open.SetResult();
        await Task.WhenAll(all);

        (story.DiscoveryCalls, story.KeyCalls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Who_gives_up_stops_waiting_and_disturbs_nobody()
    {
        using var story = new IdTokenStory();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        story.BeforeKeys = token =>
        {
            asked.TrySetResult();
            return open.Task.WaitAsync(token);
        };
        var response = await story.ReceiveAsync(TokenForge.Sign(story.Claims()));
        using var giveUp = new CancellationTokenSource();
        var first = response.DecodeIdTokenAsync(cancellationToken: giveUp.Token);
        var second = response.DecodeIdTokenAsync(cancellationToken: Cancellation);
        await asked.Task.WaitAsync(Cancellation);

        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        open.SetResult();

        (await second).ShouldNotBeNull();
        story.KeyCalls.ShouldBe(1);
    }

    [Fact]
    public async Task A_fetch_that_failed_is_made_again_by_the_next_token()
    {
        using var story = new IdTokenStory();
        var good = story.KeySet;
        story.KeySet = "[]";
        var response = await story.ReceiveAsync(TokenForge.Sign(story.Claims()));
        await Should.ThrowAsync<AuthApiException>(() => response.DecodeIdTokenAsync(cancellationToken: Cancellation));

        story.KeySet = good;

        (await response.DecodeIdTokenAsync(cancellationToken: Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{}", "'keys'")]
    [InlineData("""{"keys":{}}""", "'keys'")]
    [InlineData("""{"keys":[]}""", "no key")]
    [InlineData("null", "")]
    [InlineData("<html>", "")]
    public async Task A_key_set_that_is_none_is_an_api_error(string keySet, string said)
    {
        using var story = new IdTokenStory { KeySet = keySet };
        var response = await story.ReceiveAsync(TokenForge.Sign(story.Claims()));

        (await Should.ThrowAsync<AuthApiException>(() => response.DecodeIdTokenAsync(cancellationToken: Cancellation))).Message.ShouldContain(said);
        (await Should.ThrowAsync<AuthApiException>(() => story.Client.GetJwksAsync(cancellationToken: Cancellation))).Message.ShouldContain("jwk.json");
    }

    [Fact]
    public async Task Keys_that_cannot_verify_are_passed_over()
    {
        using var small = System.Security.Cryptography.RSA.Create(1024);
        using var story = new IdTokenStory();
        var usable = TokenForge.KeySet(TokenForge.FirstKey())["{\"keys\":[".Length..];
        var unusable = TokenForge.KeySet(TokenForge.FirstKey() with { Use = "enc" }, GlobusJsonWebKey.FromRsa(small))["{\"keys\":[".Length..^2];
        story.KeySet = """{"keys":[5,null,{"kty":"EC","crv":"P-256"},{"kty":"oct","k":"c2VjcmV0"},{"kty":"RSA"},{"kty":"RSA","n":"!","e":"AQAB"},{"kty":["RSA"]},""" + unusable + "," + usable;

        (await story.DecodeAsync(TokenForge.Sign(story.Claims()))).ShouldNotBeNull();
        (await story.Client.GetJwkAsync(cancellationToken: Cancellation)).ShouldBe(TokenForge.FirstKey());
        (await story.Client.GetJwksAsync(cancellationToken: Cancellation)).Count.ShouldBe(7);
    }

    [Fact]
    public async Task A_set_without_a_usable_key_verifies_nothing()
    {
        using var story = new IdTokenStory { KeySet = """{"keys":[{"kty":"EC"}]}""" };

        (await story.RefusalAsync(TokenForge.Sign(story.Claims()))).ShouldBe(IdTokenCheck.Key);
        (await Should.ThrowAsync<IdTokenValidationException>(() => story.Client.GetJwkAsync(cancellationToken: Cancellation))).Check.ShouldBe(IdTokenCheck.Key);
    }

    [Fact]
    public async Task A_key_for_one_algorithm_verifies_no_other()
    {
        using var story = new IdTokenStory();
        story.KeySet = TokenForge.KeySet(TokenForge.FirstKey() with { Alg = "RS512" });

        (await story.RefusalAsync(TokenForge.Sign(story.Claims(), "RS256"))).ShouldBe(IdTokenCheck.Key);
        (await story.DecodeAsync(TokenForge.Sign(story.Claims()))).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"http://auth.globus.org/jwk.json\"")]
    [InlineData("\"/jwk.json\"")]
    [InlineData("\"ftp://auth.globus.org/jwk.json\"")]
    public async Task Keys_are_not_fetched_from_an_address_that_anybody_could_answer(string? address)
    {
        using var story = new IdTokenStory();
        story.Discovery = $$"""{"issuer":"{{IdTokenStory.Issuer}}","jwks_uri":{{address ?? "null"}}}""";

        (await story.RefusalAsync(TokenForge.Sign(story.Claims()))).ShouldBe(IdTokenCheck.Key);
        story.KeyCalls.ShouldBe(0);
    }

    [Fact]
    public async Task A_document_without_an_issuer_is_an_api_error()
    {
        using var story = new IdTokenStory { Discovery = $$"""{"jwks_uri":"{{IdTokenStory.Issuer}}/jwk.json"}""" };

        (await Should.ThrowAsync<AuthApiException>(() => story.DecodeAsync(TokenForge.Sign(story.Claims())))).Message.ShouldContain("issuer");
    }

    [Fact]
    public async Task A_key_is_an_rsa_key_and_back()
    {
        using var story = new IdTokenStory();

        var jwk = await story.Client.GetJwkAsync(cancellationToken: Cancellation);
        using var rsa = jwk.ToRsa();

        rsa.ExportSubjectPublicKeyInfo().ShouldBe(TokenForge.First.ExportSubjectPublicKeyInfo());
        GlobusJsonWebKey.FromRsa(rsa).ShouldBe(jwk);
        Should.Throw<InvalidOperationException>(() => new GlobusJsonWebKey { Kty = "EC" }.ToRsa()).Message.ShouldContain("EC");
    }

    [Fact]
    public async Task A_document_that_was_brought_along_is_not_fetched_and_its_keys_are_kept_with_it()
    {
        using var story = new IdTokenStory();
        var configuration = await story.Client.GetOpenIdConfigurationAsync(Cancellation);
        var response = await story.ReceiveAsync(TokenForge.Sign(story.Claims()));

        await response.DecodeIdTokenAsync(openIdConfiguration: configuration, cancellationToken: Cancellation);
        await response.DecodeIdTokenAsync(openIdConfiguration: configuration, cancellationToken: Cancellation);

        (story.DiscoveryCalls, story.KeyCalls).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_key_that_was_brought_along_is_the_only_one()
    {
        using var story = new IdTokenStory();
        var configuration = await story.Client.GetOpenIdConfigurationAsync(Cancellation);
        var response = await story.ReceiveAsync(TokenForge.Sign(story.Claims()));

        await response.DecodeIdTokenAsync(null, configuration, TokenForge.FirstKey(), Cancellation);
        var exception = await Should.ThrowAsync<IdTokenValidationException>(() => response.DecodeIdTokenAsync(null, configuration, TokenForge.SecondKey(), Cancellation));

        exception.Check.ShouldBe(IdTokenCheck.Signature);
        story.KeyCalls.ShouldBe(0);
        await Should.ThrowAsync<ArgumentException>(() => response.DecodeIdTokenAsync(key: TokenForge.FirstKey(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_response_made_by_hand_needs_everything_or_a_client()
    {
        using var story = new IdTokenStory();
        var claims = TokenForge.Claims(TimeProvider.System.GetUtcNow());
        var byHand = new OAuthTokenResponse((await story.ReceiveAsync("x")).Tokens, TokenForge.Sign(claims));
        var configuration = await story.Client.GetOpenIdConfigurationAsync(Cancellation);
        var options = new IdTokenValidationOptions { ValidAudience = IdTokenStory.ClientId };

        (await byHand.DecodeIdTokenAsync(options, configuration, TokenForge.FirstKey(), Cancellation)).Sub.ShouldNotBe(default);
        (await Should.ThrowAsync<InvalidOperationException>(() => byHand.DecodeIdTokenAsync(options, cancellationToken: Cancellation))).Message.ShouldContain("the key");
        (await Should.ThrowAsync<InvalidOperationException>(() => byHand.DecodeIdTokenAsync(options, configuration, cancellationToken: Cancellation))).Message.ShouldContain("the key");
        (await Should.ThrowAsync<InvalidOperationException>(() => byHand.DecodeIdTokenAsync(null, configuration, TokenForge.FirstKey(), Cancellation))).Message.ShouldContain("ValidAudience");
        (await story.Client.DecodeIdTokenAsync(byHand, new() { ValidateLifetime = false }, Cancellation)).Sub.ShouldNotBe(default);
    }

    [Fact]
    public async Task A_response_without_an_id_token_has_none_to_decode()
    {
        var token = new OAuthToken { ResourceServer = "r", Scope = "s", AccessToken = "a", ExpiresAt = default };

        (await Should.ThrowAsync<InvalidOperationException>(() => new OAuthTokenResponse([token]).DecodeIdTokenAsync(cancellationToken: Cancellation)))
            .Message.ShouldContain("openid");
        (await Should.ThrowAsync<NotSupportedException>(() => new OAuthDependentTokenResponse([token]).DecodeIdTokenAsync(cancellationToken: Cancellation)))
            .Message.ShouldContain("IntrospectTokenAsync");
    }
}
