using Globus.Extensions.OpenId;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.OpenId;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Apps;

/// <summary>Whose the tokens of a login are is believed only after the ID token has been validated.</summary>
public sealed class UserAppIdentityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_login_stores_whose_the_validated_token_is()
    {
        await using var story = await AppStory.StartAsync();

        await story.App.LoginAsync(cancellationToken: Cancellation);

        (await story.Storage.GetAllAsync(Cancellation)).Values.ShouldAllBe(token => token.IdentityId == story.Emulator.Seed.Users[0].Id.ToString());
        Calls(story, "/auth/jwk.json").ShouldBe(1);
    }

    [Fact]
    public async Task Keys_are_fetched_once_for_the_life_of_an_app()
    {
        await using var story = await AppStory.StartAsync();

        await story.App.LoginAsync(cancellationToken: Cancellation);
        await story.App.LogoutAsync(Cancellation);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await story.App.LoginAsync(new() { Force = true }, Cancellation);

        story.Logins.ShouldBe(3);
        Calls(story, "/auth/.well-known/openid-configuration").ShouldBe(1);
        Calls(story, "/auth/jwk.json").ShouldBe(1);
    }

    [Fact]
    public async Task Tokens_of_two_people_are_not_used_until_somebody_logs_out()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        var token = (await story.Storage.GetAsync(GlobusResourceServers.Groups, Cancellation))!;
        await story.Storage.StoreAsync([token with { IdentityId = "somebody-else" }], Cancellation);
        await using var next = story.Again();

        var error = await Should.ThrowAsync<IdentityMismatchException>(() => next.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));
        await Should.ThrowAsync<IdentityMismatchException>(() => next.App.LoginAsync(cancellationToken: Cancellation));
        await Should.ThrowAsync<IdentityMismatchException>(() => next.App.Tokens.LoadAsync(cancellationToken: Cancellation));

        error.Message.ShouldContain("somebody-else");
        error.Message.ShouldContain("Log out");
        next.Logins.ShouldBe(0);
        await next.App.LogoutAsync(Cancellation);
        (await next.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Somebody_whom_another_process_has_logged_in_meanwhile_stays_logged_in()
    {
        await using var story = await AppStory.StartAsync();
        await using var other = story.Again();
        other.UserName = "grace@example.org";
        story.BeforeLogin = cancellationToken => other.App.LoginAsync(cancellationToken: cancellationToken);

        await Should.ThrowAsync<IdentityMismatchException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        (await other.Auth.GetUserInfoAsync(Cancellation)).PreferredUsername.ShouldBe("grace@example.org");
    }

    [Fact]
    public async Task Somebody_who_is_stored_in_the_last_moment_stays_too()
    {
        var storage = new MemoryTokenStorage();
        var intruder = new Intruder(storage);
        await using var story = await AppStory.StartAsync(build: builder => builder.UseTokenStorage(storage).Services.AddSingleton<ITokenRenewalLock>(intruder));
        await story.App.LoginAsync(cancellationToken: Cancellation);
        var grace = (await storage.GetAsync(GlobusResourceServers.Auth, Cancellation))! with { IdentityId = "grace" };
        await story.App.LogoutAsync(Cancellation);
        intruder.Token = grace;

        await Should.ThrowAsync<IdentityMismatchException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        (await storage.GetAllAsync(Cancellation)).Values.ShouldBe([grace]);
        story.Emulator.RevokeAccessTokens().ShouldBe(0);
    }

    [Fact]
    public async Task A_forged_token_stores_nothing_and_its_tokens_are_revoked()
    {
        await using var story = await AppStory.StartAsync();
        story.SwapIdToken = static _ => TokenForge.Sign(TokenForge.Claims(TimeProvider.System.GetUtcNow()));

        var exception = await Should.ThrowAsync<IdTokenValidationException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        exception.Check.ShouldBe(IdTokenCheck.Signature);
        await ShouldHaveGivenUpAsync(story);
    }

    [Fact]
    public async Task The_answer_to_another_login_is_refused()
    {
        await using var story = await AppStory.StartAsync();
        story.ChangeAuthorizeUrl = static url => new Uri(url.AbsoluteUri.Replace("nonce=", "nonce=x", StringComparison.Ordinal));

        var exception = await Should.ThrowAsync<IdTokenValidationException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        exception.Check.ShouldBe(IdTokenCheck.Nonce);
        await ShouldHaveGivenUpAsync(story);
    }

    [Fact]
    public async Task A_login_without_a_nonce_expects_none()
    {
        await using var story = await AppStory.StartAsync(static options => options.UseNonce = false);
        story.ChangeAuthorizeUrl = static url => url.Query.Contains("nonce", StringComparison.Ordinal) ? throw new InvalidOperationException("It was sent.") : url;

        await story.App.LoginAsync(cancellationToken: Cancellation);

        (await story.Storage.GetAllAsync(Cancellation)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_id_token_of_another_login_is_refused()
    {
        string? first = null;
        await using var story = await AppStory.StartAsync();
        story.SwapIdToken = response => first ??= response.IdToken;
        await story.App.LoginAsync(cancellationToken: Cancellation);

        var exception = await Should.ThrowAsync<IdTokenValidationException>(() => story.App.LoginAsync(new() { Force = true }, Cancellation));

        // Made by hand, the response no longer knows the nonce; the access token betrays that the ID token came with another.
        exception.Check.ShouldBe(IdTokenCheck.AccessTokenHash);
        (await story.Storage.GetAllAsync(Cancellation)).Count.ShouldBe(3, "What the first login brought is still there.");
    }

    [Fact]
    public async Task A_response_made_by_hand_is_validated_like_any_other()
    {
        await using var story = await AppStory.StartAsync();
        story.SwapIdToken = static response => response.IdToken;

        await story.App.LoginAsync(cancellationToken: Cancellation);

        Calls(story, "/auth/jwk.json").ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_id_token_it_is_not_known_whose_the_tokens_are()
    {
        await using var story = await AppStory.StartAsync();
        story.SwapIdToken = static _ => null;

        await Should.ThrowAsync<MissingIdentityException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        await ShouldHaveGivenUpAsync(story);
    }

    private static async Task ShouldHaveGivenUpAsync(AppStory story)
    {
        (await story.Storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
        Calls(story, "/auth/v2/oauth2/token/revoke").ShouldBe(3);
        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
    }

    private static int Calls(AppStory story, string path) => story.Emulator.Requests.Count(request => request.Path == path);

    /// <summary>Stores a token while others wait for their turn, as another process could.</summary>
    private sealed class Intruder(MemoryTokenStorage storage) : ITokenRenewalLock, IAsyncDisposable
    {
        public TokenData? Token { get; set; }

        public async ValueTask<IAsyncDisposable> AcquireAsync(TokenRenewalKey key, CancellationToken cancellationToken = default)
        {
            if (Token is not null)
            {
                await storage.StoreAsync([Token], cancellationToken);
            }

            return this;
        }

        public ValueTask DisposeAsync() => default;
    }
}
