using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.OpenId;
using Globus.Extensions.OpenId.Internal;

namespace Globus.Extensions.Tests.OpenId;

/// <summary>What is not a token signed by Globus Auth, however much it looks like one.</summary>
public class IdTokenFormatTests
{
    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"None"}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"HS512"}""")]
    [InlineData("""{"alg":"ES256"}""")]
    [InlineData("""{"alg":"rs512"}""")]
    [InlineData("""{"alg":""}""")]
    [InlineData("""{"alg":null}""")]
    [InlineData("""{"typ":"JWT"}""")]
    public async Task Another_algorithm_is_refused_although_the_document_announces_it(string header)
    {
        using var story = new IdTokenStory();

        (await story.RefusalAsync(TokenForge.Sign(header, story.Claims().ToJsonString()))).ShouldBe(IdTokenCheck.Algorithm);
    }

    [Theory]
    [InlineData("""{"alg":"RS512","crit":["exp"]}""")]
    [InlineData("""{"alg":"RS512","crit":[]}""")]
    [InlineData("""{"alg":"RS512","b64":false}""")]
    [InlineData("""{"alg":"RS512","enc":"A256GCM"}""")]
    [InlineData("""{"alg":"none","alg":"RS512"}""")]
    [InlineData("""{"alg":["RS512"]}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    [InlineData("\"RS512\"")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_header_that_is_not_understood_is_refused(string header)
    {
        using var story = new IdTokenStory();

        (await story.RefusalAsync(TokenForge.Sign(header, story.Claims().ToJsonString()))).ShouldBe(IdTokenCheck.Format);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("{\"sub\":")]
    [InlineData("""{"sub":"a","sub":"b"}""")]
    [InlineData("""{"sub":"\ud800"}""")]
    [InlineData("""{"sub":"a","name":5}""")]
    public async Task Claims_that_cannot_be_read_in_one_way_are_refused(string claims)
    {
        using var story = new IdTokenStory();

        (await story.RefusalAsync(TokenForge.Sign("""{"alg":"RS512"}""", claims))).ShouldBe(IdTokenCheck.Format);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("aaaa.bbbb.cccc.dddd")]
    [InlineData("aaaa.bbbb.cccc.dddd.eeee")]
    [InlineData("a.b.c.d.e.f.g")]
    [InlineData("not a token at all")]
    public async Task What_has_not_three_parts_of_base64url_is_refused(string text)
    {
        using var story = new IdTokenStory();
        var response = new Globus.Extensions.OAuth.OAuthTokenResponse((await story.ReceiveAsync("x")).Tokens, text);

        var exception = await Should.ThrowAsync<IdTokenValidationException>(() => story.Client.DecodeIdTokenAsync(response, null, TestContext.Current.CancellationToken));

        exception.Check.ShouldBe(IdTokenCheck.Format);
        (story.DiscoveryCalls + story.KeyCalls).ShouldBe(0);
    }

    [Fact]
    public async Task A_token_without_its_signature_is_refused()
    {
        using var story = new IdTokenStory();
        var parts = TokenForge.Sign(story.Claims()).Split('.');
        var unsigned = TokenForge.Encode("""{"alg":"none"}""");

        (await story.RefusalAsync($"{parts[0]}.{parts[1]}.")).ShouldBe(IdTokenCheck.Format);
        (await story.RefusalAsync($"{unsigned}.{parts[1]}.")).ShouldBe(IdTokenCheck.Format);
        (await story.RefusalAsync($"{unsigned}.{parts[1]}.{parts[2]}")).ShouldBe(IdTokenCheck.Algorithm);
    }

    [Fact]
    public async Task A_token_of_five_parts_is_refused_as_encrypted()
    {
        using var story = new IdTokenStory();
        var parts = TokenForge.Sign(story.Claims()).Split('.');

        var exception = await Should.ThrowAsync<IdTokenValidationException>(() => story.DecodeAsync($"{parts[0]}.{parts[1]}.{parts[2]}.{parts[1]}.{parts[2]}"));

        exception.Check.ShouldBe(IdTokenCheck.Format);
        exception.Message.ShouldContain("encrypted");
    }

    [Fact]
    public async Task The_public_key_is_no_secret_to_sign_with()
    {
        using var story = new IdTokenStory();

        (await story.RefusalAsync(TokenForge.SignBySymmetricKey(story.Claims()))).ShouldBe(IdTokenCheck.Algorithm);
    }

    [Fact]
    public async Task An_algorithm_that_the_document_does_not_announce_is_refused()
    {
        using var story = new IdTokenStory();
        story.Discovery = $$"""{"issuer":"{{IdTokenStory.Issuer}}","jwks_uri":"{{IdTokenStory.Issuer}}/jwk.json","id_token_signing_alg_values_supported":["RS512"]}""";

        (await story.RefusalAsync(TokenForge.Sign(story.Claims(), "RS256"))).ShouldBe(IdTokenCheck.Algorithm);
        (await story.DecodeAsync(TokenForge.Sign(story.Claims()))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_giant_is_not_read()
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["name"] = new string('x', 100_000);

        (await story.RefusalAsync(TokenForge.Sign(claims))).ShouldBe(IdTokenCheck.Format);
        story.KeyCalls.ShouldBe(0);
    }

    [Fact]
    public async Task A_large_identity_set_is_read()
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["identity_set"] = new JsonArray([.. Enumerable.Range(0, 200).Select(static i => (JsonNode)new JsonObject { ["sub"] = $"{i}", ["name"] = new string('n', 300) })]);

        (await story.DecodeAsync(TokenForge.Sign(claims))).IdentitySet!.Count.ShouldBe(200);
    }

    [Fact]
    public void No_change_of_a_signed_token_goes_unnoticed()
    {
        using var story = new IdTokenStory();
        var token = TokenForge.Sign(story.Claims());
        var keys = new IdTokenKeySet(new OpenIdConfiguration { Issuer = IdTokenStory.Issuer }, [TokenForge.FirstKey()]);
        var expected = new IdTokenExpectations { Options = new IdTokenValidationOptions(), Audience = IdTokenStory.ClientId, TimeProvider = story.Clock };
        keys.Validate(ParsedIdToken.Read(token), expected).ShouldBeNull();

        var changes = from index in Gen.Choose(0, token.Length - 1)
                      from character in Gen.Elements("ABCxyz019-_.=+ \0é".ToCharArray())
                      where token[index] != character
                      select token.Remove(index, 1).Insert(index, character.ToString());

        Prop.ForAll(changes.ToArbitrary(), changed => Refusal(changed) is { } refusal
            ? !refusal.ToString().Contains(token[..40], StringComparison.Ordinal)
            : MeansTheSame(changed, token)).QuickCheckThrowOnFailure();

        IdTokenValidationException? Refusal(string changed)
        {
            try
            {
                return keys.Validate(ParsedIdToken.Read(changed), expected);
            }
            catch (IdTokenValidationException exception)
            {
                return exception;
            }
        }
    }

    // The last character of a part holds bits that no byte needs, so that another one may mean the same bytes. Of header and claims the text is signed.
    private static bool MeansTheSame(string one, string other) =>
        one[..one.LastIndexOf('.')] == other[..other.LastIndexOf('.')] && one[..^1] == other[..^1];
}
