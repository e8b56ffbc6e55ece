using System.Text.Json.Nodes;
using Globus.Extensions.OpenId;

namespace Globus.Extensions.Tests.OpenId;

/// <summary>What a signed token has to say (OpenID Connect Core, section 3.1.3.7).</summary>
public class IdTokenValidationTests
{
    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    public async Task Every_rsa_algorithm_that_is_announced_is_accepted(string algorithm)
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["at_hash"] = TokenForge.HashOf(TokenForge.AccessToken, algorithm);

        (await story.DecodeAsync(TokenForge.Sign(claims, algorithm))).Sub.Value.ShouldBe("ada00000-0000-4000-8000-000000000001");
    }

    [Fact]
    public async Task All_that_the_token_says_is_there()
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["preferred_username"] = "ada@example.org";
        claims["name"] = "Ada Lovelace";
        claims["email"] = "a@example.org";
        claims["identity_set"] = new JsonArray(new JsonObject { ["sub"] = "x", ["username"] = "u", ["last_authentication"] = null, ["new"] = 1 });
        claims["last_authentication"] = 1_600_000_000;
        claims["amr"] = new JsonArray("mfa");

        var decoded = await story.DecodeAsync(TokenForge.Sign(claims));

        decoded.Iss.ShouldBe(IdTokenStory.Issuer);
        decoded.Aud.ShouldBe([IdTokenStory.ClientId]);
        decoded.Exp.ShouldBe(story.Now.AddHours(1));
        decoded.Iat.ShouldBe(story.Now);
        decoded.PreferredUsername.ShouldBe("ada@example.org");
        decoded.LastAuthentication.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_600_000_000));
        var linked = decoded.IdentitySet.ShouldHaveSingleItem();
        linked.Username.ShouldBe("u");
        linked.LastAuthentication.ShouldBeNull();
        linked.ExtensionData!["new"].GetInt32().ShouldBe(1);
        decoded.ExtensionData!["amr"][0].GetString().ShouldBe("mfa");
        $"{decoded} {linked}".ShouldNotContain("example.org");
        decoded.ToString().ShouldNotContain("Lovelace");
    }

    [Theory]
    [InlineData("""["other","00000000-0000-0000-0000-0000000000c1"]""", null)]
    [InlineData("""["00000000-0000-0000-0000-0000000000C1"]""", null)]
    [InlineData("\"other\"", IdTokenCheck.Audience)]
    [InlineData("[]", IdTokenCheck.Audience)]
    [InlineData("[\"\"]", IdTokenCheck.Audience)]
    [InlineData("null", IdTokenCheck.Audience)]
    [InlineData("5", IdTokenCheck.Format)]
    [InlineData("[5]", IdTokenCheck.Format)]
    public async Task The_audience_holds_the_client(string audience, IdTokenCheck? refusal) =>
        await ShouldBeAsync("aud", audience, refusal);

    [Theory]
    [InlineData("\"00000000-0000-0000-0000-0000000000c1\"", null)]
    [InlineData("\"other\"", IdTokenCheck.Audience)]
    public async Task Another_authorized_party_is_refused(string party, IdTokenCheck? refusal) => await ShouldBeAsync("azp", party, refusal);

    [Theory]
    [InlineData("\"https://auth.globus.org/\"", IdTokenCheck.Issuer)]
    [InlineData("\"https://AUTH.globus.org\"", IdTokenCheck.Issuer)]
    [InlineData("\"\"", IdTokenCheck.Issuer)]
    [InlineData("null", IdTokenCheck.Issuer)]
    [InlineData("{}", IdTokenCheck.Format)]
    public async Task The_issuer_is_that_of_the_document_letter_by_letter(string issuer, IdTokenCheck? refusal) => await ShouldBeAsync("iss", issuer, refusal);

    [Theory]
    [InlineData("\"\"", IdTokenCheck.Format)]
    [InlineData("null", IdTokenCheck.Format)]
    [InlineData("7", IdTokenCheck.Format)]
    public async Task There_is_a_subject(string subject, IdTokenCheck? refusal) => await ShouldBeAsync("sub", subject, refusal);

    [Theory]
    [InlineData("aud", IdTokenCheck.Audience)]
    [InlineData("iss", IdTokenCheck.Issuer)]
    [InlineData("exp", IdTokenCheck.Expiry)]
    [InlineData("sub", IdTokenCheck.Format)]
    public async Task A_claim_that_is_left_out_is_not_fulfilled(string claim, IdTokenCheck refusal)
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims.Remove(claim);

        (await story.RefusalAsync(TokenForge.Sign(claims))).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("exp", -299, null)]
    [InlineData("exp", -300, IdTokenCheck.Expiry)]
    [InlineData("exp", -86_400, IdTokenCheck.Expiry)]
    [InlineData("nbf", 300, null)]
    [InlineData("nbf", 301, IdTokenCheck.NotBefore)]
    [InlineData("iat", 300, null)]
    [InlineData("iat", 301, IdTokenCheck.NotBefore)]
    public async Task Times_are_given_five_minutes(string claim, int seconds, IdTokenCheck? refusal)
    {
        using var story = new IdTokenStory();

        await ShouldBeAsync(claim, $"{story.Now.AddSeconds(seconds).ToUnixTimeSeconds()}", refusal);
    }

    [Theory]
    [InlineData("1e300", null)]
    [InlineData("-1e300", IdTokenCheck.Expiry)]
    [InlineData("99999999999999", null)]
    [InlineData("\"1767323045\"", IdTokenCheck.Format)]
    [InlineData("true", IdTokenCheck.Format)]
    public async Task A_strange_end_is_no_way_around_the_clock(string exp, IdTokenCheck? refusal)
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["exp"] = JsonNode.Parse(exp);
        var token = TokenForge.Sign(claims);

        if (refusal is null)
        {
            // Never ends, or is too strange to be read: it is not taken for one that has no end to check.
            var exception = await Record.ExceptionAsync(() => story.DecodeAsync(token));
            (exception is null or IdTokenValidationException).ShouldBeTrue();
            return;
        }

        new[] { refusal.Value, IdTokenCheck.Format }.ShouldContain(await story.RefusalAsync(token));
    }

    [Fact]
    public async Task The_leeway_is_the_callers()
    {
        using var story = new IdTokenStory();
        var token = TokenForge.Sign(story.Claims());
        story.Clock.Advance(TimeSpan.FromHours(1));

        (await story.RefusalAsync(token, new() { ClockSkew = TimeSpan.Zero })).ShouldBe(IdTokenCheck.Expiry);
        (await story.DecodeAsync(token, new() { ClockSkew = TimeSpan.FromSeconds(1) })).Sub.ShouldNotBe(default);

        story.Clock.Advance(TimeSpan.FromDays(400));
        (await story.RefusalAsync(token)).ShouldBe(IdTokenCheck.Expiry);
        (await story.DecodeAsync(token, new() { ClockSkew = TimeSpan.FromDays(401) })).Sub.ShouldNotBe(default);
        (await story.DecodeAsync(token, new() { ValidateLifetime = false })).Sub.ShouldNotBe(default);
        Should.Throw<ArgumentOutOfRangeException>(() => new IdTokenValidationOptions { ClockSkew = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public async Task Audience_and_issuer_may_be_others_where_the_caller_says_so()
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["aud"] = "elsewhere";
        claims["iss"] = "https://proxy.example.org";
        var token = TokenForge.Sign(claims);

        (await story.DecodeAsync(token, new() { ValidAudience = "elsewhere", ValidIssuer = "https://proxy.example.org" })).Aud.ShouldBe(["elsewhere"]);
        (await story.RefusalAsync(token, new() { ValidAudience = "elsewhere" })).ShouldBe(IdTokenCheck.Issuer);
    }

    [Theory]
    [InlineData("n0nce", null)]
    [InlineData("other", IdTokenCheck.Nonce)]
    [InlineData("", IdTokenCheck.Nonce)]
    [InlineData(null, IdTokenCheck.Nonce)]
    public async Task The_nonce_is_the_one_that_was_asked_for(string? nonce, IdTokenCheck? refusal)
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["nonce"] = nonce;
        var options = new IdTokenValidationOptions { Nonce = "n0nce" };

        if (refusal is { } check)
        {
            (await story.RefusalAsync(TokenForge.Sign(claims), options)).ShouldBe(check);
        }
        else
        {
            (await story.DecodeAsync(TokenForge.Sign(claims), options)).Nonce.ShouldBe(nonce);
        }
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS512")]
    public async Task A_hash_of_another_access_token_is_refused_unless_it_is_not_to_be_checked(string algorithm)
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["at_hash"] = TokenForge.HashOf("another", algorithm);
        var token = TokenForge.Sign(claims, algorithm);

        (await story.RefusalAsync(token)).ShouldBe(IdTokenCheck.AccessTokenHash);
        (await story.DecodeAsync(token, new() { ValidateAccessTokenHash = false })).AtHash.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_hash_by_another_algorithm_is_refused()
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims["at_hash"] = TokenForge.HashOf(TokenForge.AccessToken, "RS256");

        (await story.RefusalAsync(TokenForge.Sign(claims))).ShouldBe(IdTokenCheck.AccessTokenHash);
    }

    private static async Task ShouldBeAsync(string claim, string json, IdTokenCheck? refusal)
    {
        using var story = new IdTokenStory();
        var claims = story.Claims();
        claims[claim] = JsonNode.Parse(json);
        var token = TokenForge.Sign(claims);

        if (refusal is { } check)
        {
            (await story.RefusalAsync(token)).ShouldBe(check);
        }
        else
        {
            (await story.DecodeAsync(token)).ShouldNotBeNull();
        }
    }
}
