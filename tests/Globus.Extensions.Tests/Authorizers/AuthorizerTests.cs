using System.Net.Http.Headers;
using Globus.Extensions.Authorizers;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using NSubstitute;

namespace Globus.Extensions.Tests.Authorizers;

public sealed class AuthorizerTests
{
    private static readonly AuthenticationHeaderValue Rejected = new("Bearer", "old");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_access_token_is_sent_as_it_is_and_cannot_be_renewed()
    {
        var authorizer = new AccessTokenAuthorizer("token");

        (await authorizer.GetAuthorizationHeaderAsync(Cancellation)).ShouldBe(new AuthenticationHeaderValue("Bearer", "token"));
        (await authorizer.RenewAsync(Rejected, Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData("user", "secret", "dXNlcjpzZWNyZXQ=")]
    [InlineData("user", "", "dXNlcjo=")]
    [InlineData("üser", "pässwörd", "w7xzZXI6cMOkc3N3w7ZyZA==")]
    public async Task Basic_credentials_are_sent_in_utf_8(string userName, string password, string expected)
    {
        var authorizer = new BasicAuthorizer(userName, password);

        (await authorizer.GetAuthorizationHeaderAsync(Cancellation)).ShouldBe(new AuthenticationHeaderValue("Basic", expected));
    }

    [Fact]
    public void A_user_name_with_a_colon_is_refused() => Should.Throw<ArgumentException>(static () => new BasicAuthorizer("a:b", "c"));

    [Fact]
    public async Task No_authorizer_sends_no_header()
    {
        var authorizer = new NullAuthorizer();

        (await authorizer.GetAuthorizationHeaderAsync(Cancellation)).ShouldBeNull();
        (await authorizer.RenewAsync(Rejected, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_refresh_token_renews_and_the_old_one_is_kept_when_no_other_comes()
    {
        var client = Substitute.For<NativeLoginClient>();
        client.RefreshTokenAsync("refresh", null, Arg.Any<CancellationToken>()).Returns(Response("new", refreshToken: null));
        TokenData? renewed = null;
        var authorizer = new RefreshTokenAuthorizer(client, Token("old", "refresh"), new RenewingAuthorizerOptions
        {
            OnRenewed = (token, _) =>
            {
                renewed = token;
                return default;
            },
        });

        var header = await authorizer.RenewAsync(Rejected, Cancellation);

        header.ShouldNotBeNull().Parameter.ShouldBe("new");
        renewed.ShouldNotBeNull().RefreshToken.ShouldBe("refresh");
        renewed.IdentityId.ShouldBe("identity");
    }

    [Fact]
    public async Task A_rotated_refresh_token_is_used_the_next_time()
    {
        var client = Substitute.For<NativeLoginClient>();
        client.RefreshTokenAsync("refresh", null, Arg.Any<CancellationToken>()).Returns(Response("second", "rotated"));
        client.RefreshTokenAsync("rotated", null, Arg.Any<CancellationToken>()).Returns(Response("third", null));
        var authorizer = new RefreshTokenAuthorizer(client, Token("old", "refresh"));

        var second = await authorizer.RenewAsync(Rejected, Cancellation);
        var third = await authorizer.RenewAsync(second!, Cancellation);

        third.ShouldNotBeNull().Parameter.ShouldBe("third");
    }

    [Fact]
    public void A_token_without_a_refresh_token_is_refused() =>
        Should.Throw<ArgumentException>(static () => new RefreshTokenAuthorizer(Substitute.For<NativeLoginClient>(), Token("old", null)));

    [Fact]
    public async Task Client_credentials_are_asked_for_only_when_a_header_is_needed()
    {
        var client = Substitute.For<ConfidentialLoginClient>();
        client.GetClientCredentialsTokensAsync(Arg.Any<IEnumerable<string>>(), Arg.Any<CancellationToken>()).Returns(Response("own", null));
        var authorizer = new ClientCredentialsAuthorizer(client, "groups.api.globus.org", ["scope"]);
        await client.DidNotReceiveWithAnyArgs().GetClientCredentialsTokensAsync(null, Cancellation);

        var header = await authorizer.GetAuthorizationHeaderAsync(Cancellation);

        header.ShouldNotBeNull().Parameter.ShouldBe("own");
    }

    [Fact]
    public async Task An_answer_for_another_service_is_refused()
    {
        var client = Substitute.For<ConfidentialLoginClient>();
        client.GetClientCredentialsTokensAsync(Arg.Any<IEnumerable<string>>(), Arg.Any<CancellationToken>()).Returns(Response("own", null));
        var authorizer = new ClientCredentialsAuthorizer(client, "transfer.api.globus.org", ["scope"]);

        (await Should.ThrowAsync<TokenRenewalException>(() => authorizer.GetAuthorizationHeaderAsync(Cancellation).AsTask())).Message.ShouldContain("groups.api.globus.org");
    }

    private static TokenData Token(string accessToken, string? refreshToken) => new()
    {
        ResourceServer = "groups.api.globus.org",
        IdentityId = "identity",
        Scope = "scope",
        AccessToken = accessToken,
        RefreshToken = refreshToken,
        ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1),
    };

    private static OAuthTokenResponse Response(string accessToken, string? refreshToken) => new(
    [
        new OAuthToken
        {
            ResourceServer = "groups.api.globus.org",
            Scope = "scope",
            AccessToken = accessToken,
            RefreshToken = refreshToken,
            ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1),
        },
    ]);
}
