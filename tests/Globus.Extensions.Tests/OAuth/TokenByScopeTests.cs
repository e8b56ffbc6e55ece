using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tests.OAuth;

public class TokenByScopeTests
{
    private static readonly OAuthTokenResponse Response = new([Token("auth", "openid email"), Token("transfer", "all"), Token("groups", "view all-groups")]);

    [Theory]
    [InlineData("openid", "auth")]
    [InlineData("email openid", "auth")]
    [InlineData(" openid  openid email ", "auth")]
    [InlineData("all", "transfer")]
    [InlineData("all-groups", "groups")]
    public void One_scope_or_several_of_one_token_find_it(string scopes, string resourceServer)
    {
        Response.GetByScope(scopes).ResourceServer.ShouldBe(resourceServer);
        Response.TryGetByScope(scopes, out var token).ShouldBeTrue();
        token.ResourceServer.ShouldBe(resourceServer);
    }

    [Theory]
    [InlineData("profile")]
    [InlineData("OPENID")]
    [InlineData("openid profile")]
    public void A_scope_that_was_not_granted_is_named(string scopes)
    {
        Should.Throw<KeyNotFoundException>(() => Response.GetByScope(scopes)).Message.ShouldContain("was not granted");
        Response.TryGetByScope(scopes, out var token).ShouldBeFalse();
        token.ShouldBeNull();
    }

    [Fact]
    public void Scopes_of_more_than_one_token_find_none()
    {
        Should.Throw<KeyNotFoundException>(() => Response.GetByScope("openid all")).Message.ShouldContain("more than one token");
        Response.TryGetByScope("openid all", out var token).ShouldBeFalse();
        token.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void No_scope_is_no_question(string scopes)
    {
        Should.Throw<ArgumentException>(() => Response.GetByScope(scopes));
        Should.Throw<ArgumentException>(() => Response.TryGetByScope(scopes, out _));
    }

    [Fact]
    public void Of_two_tokens_with_the_same_scope_the_later_one_is_found() =>
        new OAuthTokenResponse([Token("a", "x"), Token("b", "x")]).GetByScope("x").ResourceServer.ShouldBe("b");

    [Fact]
    public void A_response_without_a_token_is_none() => Should.Throw<ArgumentException>(() => new OAuthTokenResponse([]));

    private static OAuthToken Token(string resourceServer, string scope) =>
        new() { ResourceServer = resourceServer, Scope = scope, AccessToken = "token", ExpiresAt = ScriptedAuth.Now };
}
