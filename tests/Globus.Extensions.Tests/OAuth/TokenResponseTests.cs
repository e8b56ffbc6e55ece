using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>What becomes of the JSON of the token endpoint.</summary>
public class TokenResponseTests
{
    private const string Entry = "\"access_token\":\"a\",\"scope\":\"s t\",\"resource_server\":\"r\"";

    [Theory]
    [InlineData("")]
    [InlineData(",\"other_tokens\":null")]
    [InlineData(",\"other_tokens\":[]")]
    public async Task One_token_may_come_alone(string otherTokens) =>
        (await ReadAsync($"{{{Entry}{otherTokens}}}")).Tokens.ShouldHaveSingleItem().ResourceServer.ShouldBe("r");

    [Fact]
    public async Task Other_tokens_follow_the_first_one()
    {
        var tokens = await ReadAsync(
            $$"""{{{Entry}}, "other_tokens":[{"access_token":"b","scope":"u","resource_server":"q","refresh_token":"f","token_type":"bearer"}]}""");

        tokens.Tokens.Select(static token => token.ResourceServer).ShouldBe(["r", "q"]);
        tokens.ByResourceServer["q"].RefreshToken.ShouldBe("f");
        tokens.ByResourceServer["q"].TokenType.ShouldBe("bearer");
        tokens.ByResourceServer["r"].RefreshToken.ShouldBeNull();
        tokens.ByResourceServer["r"].TokenType.ShouldBeNull();
    }

    [Fact]
    public async Task Members_that_nobody_expected_are_kept()
    {
        var tokens = await ReadAsync(
            $$"""{{{Entry}}, "new":{"x":[1]}, "state":"_default", "other_tokens":[{"access_token":"b","scope":"u","resource_server":"q","newer":null}]}""");

        tokens.ExtensionData.ShouldHaveSingleItem().Value.GetProperty("x")[0].GetInt32().ShouldBe(1);
        tokens.Tokens[1].ExtensionData.Keys.ShouldBe(["newer"]);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(",\"expires_in\":null", 0)]
    [InlineData(",\"expires_in\":-5", 0)]
    [InlineData(",\"expires_in\":\"3600\"", 0)]
    [InlineData(",\"expires_in\":0", 0)]
    [InlineData(",\"expires_in\":172800", 172_800)]
    [InlineData(",\"expires_in\":1.5", 2)] // the clock stands at .9
    public async Task The_end_of_a_token_is_its_life_after_now_in_whole_seconds(string expiresIn, int seconds) =>
        (await ReadAsync($"{{{Entry}{expiresIn}}}")).Tokens[0].ExpiresAt.ShouldBe(ScriptedAuth.Now.AddSeconds(seconds));

    [Theory]
    [InlineData("1e18")]
    [InlineData("1e999")]
    [InlineData("99999999999999999999999999")]
    public async Task An_endless_life_is_cut_to_a_date_that_exists(string expiresIn) =>
        (await ReadAsync($"{{{Entry},\"expires_in\":{expiresIn}}}")).Tokens[0].ExpiresAt.ShouldBeGreaterThan(ScriptedAuth.Now.AddYears(50));

    [Fact]
    public async Task Of_two_tokens_for_one_resource_server_the_later_one_counts()
    {
        var tokens = await ReadAsync(
            $$"""{{{Entry}}, "other_tokens":[{"access_token":"b","scope":"t u","resource_server":"r"}]}""");

        tokens.ByResourceServer.ShouldHaveSingleItem().Value.AccessToken.ShouldBe("b");
        tokens.GetByScope("t u").AccessToken.ShouldBe("b");
        tokens.TryGetByScope("s", out _).ShouldBeFalse("The token that held it does not count.");
    }

    private static async Task<OAuthTokenResponse> ReadAsync(string json)
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json(json));
        return await auth.Client.RefreshTokenAsync("r", cancellationToken: TestContext.Current.CancellationToken);
    }
}
