using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Tokens;

public sealed class TokenDataTests
{
    [Fact]
    public void Does_not_show_its_tokens()
    {
        var token = TestTokens.Create("a.example") with { ExtensionData = TestTokens.Members("""{"next_token":"EXTRA-SECRET"}""") };

        var text = token.ToString();

        text.ShouldContain("a.example");
        text.ShouldNotContain("SECRET");
    }

    [Fact]
    public void Cuts_its_expiry_to_whole_seconds_of_universal_time()
    {
        var token = TestTokens.Create("a.example") with
        {
            ExpiresAt = new DateTimeOffset(2030, 1, 1, 2, 0, 0, 999, TimeSpan.FromHours(2)),
        };

        token.ExpiresAt.ShouldBe(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        token.ExpiresAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Is_equal_by_value_unknown_members_included()
    {
        var one = TestTokens.Create("a.example") with { ExtensionData = TestTokens.Members("""{"x":{"y":[1, 2]}}""") };
        var same = TestTokens.Create("a.example") with { ExtensionData = TestTokens.Members("""{ "x": { "y": [1,2] } }""") };
        var other = TestTokens.Create("a.example") with { ExtensionData = TestTokens.Members("""{"x":{"y":[1]}}""") };

        same.ShouldBe(one);
        same.GetHashCode().ShouldBe(one.GetHashCode());
        other.ShouldNotBe(one);
        TestTokens.Create("a.example").ShouldNotBe(one);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("   ", new string[0])]
    [InlineData("openid", new[] { "openid" })]
    [InlineData(" openid  email ", new[] { "openid", "email" })]
    public void Lists_its_scopes(string scope, string[] expected)
    {
        var token = TestTokens.Create("a.example") with { Scope = scope };
        var scopes = new List<string>();

        foreach (var single in token.EnumerateScopes())
        {
            scopes.Add(single.ToString());
        }

        scopes.ShouldBe(expected);
    }

    [Fact]
    public void Lists_its_scopes_without_an_allocation()
    {
        var token = TestTokens.Create("a.example");
        var length = CountCharacters(token);
        var before = GC.GetAllocatedBytesForCurrentThread();

        length += CountCharacters(token);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        length.ShouldBe(2 * "openidprofileemail".Length);
    }

    private static int CountCharacters(TokenData token)
    {
        var length = 0;
        foreach (var scope in token.EnumerateScopes())
        {
            length += scope.Length;
        }

        return length;
    }
}
