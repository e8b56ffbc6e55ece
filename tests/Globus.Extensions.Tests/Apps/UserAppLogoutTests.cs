using Globus.Extensions.Apps;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Apps;

public sealed class UserAppLogoutTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_user_is_welcome_after_a_logout()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await story.App.LogoutAsync(Cancellation);
        story.UserName = "grace@example.org";

        (await story.Auth.GetUserInfoAsync(Cancellation)).PreferredUsername.ShouldBe("grace@example.org");
    }

    [Fact]
    public async Task A_logout_revokes_and_removes_everything()
    {
        await using var story = await AppStory.StartAsync(static options => options.RequestRefreshTokens = true);
        await story.App.LoginAsync(cancellationToken: Cancellation);

        await story.App.LogoutAsync(Cancellation);

        (await story.Storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
        story.Emulator.RevokeAccessTokens().ShouldBe(0);
        story.Emulator.RevokeRefreshTokens().ShouldBe(0);
        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_logout_that_cannot_revoke_removes_everything_and_says_so()
    {
        await using var story = await AppStory.StartAsync(
            build: static builder => builder.ConfigureOAuthHttpClient(static client => client.AddHttpMessageHandler(static () => new RefusingHandler("/revoke"))));
        await story.App.LoginAsync(cancellationToken: Cancellation);

        var error = await Should.ThrowAsync<LogoutException>(() => story.App.LogoutAsync(Cancellation));

        error.ResourceServers.Count.ShouldBe(3);
        error.NotRemoved.ShouldBeEmpty();
        (await story.Storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_logout_that_cannot_remove_a_token_goes_on_with_the_others_and_says_so()
    {
        var storage = new StubbornTokenStorage();
        await using var story = await AppStory.StartAsync(build: builder => builder.UseTokenStorage(storage));
        await story.App.LoginAsync(cancellationToken: Cancellation);
        storage.Stuck = GlobusResourceServers.Groups;

        var error = await Should.ThrowAsync<LogoutException>(() => story.App.LogoutAsync(Cancellation));

        error.NotRemoved.ShouldBe([GlobusResourceServers.Groups]);
        error.ResourceServers.ShouldBeEmpty();
        error.Message.ShouldContain("could not be removed from the storage");
        error.InnerException.ShouldBeOfType<TokenStorageException>();
        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe([GlobusResourceServers.Groups]);
        story.Emulator.RevokeAccessTokens().ShouldBe(0, "all are revoked all the same");
    }

    [Fact]
    public async Task A_logout_that_cannot_read_the_storage_revokes_what_is_in_hand()
    {
        var storage = new StubbornTokenStorage();
        await using var story = await AppStory.StartAsync(build: builder => builder.UseTokenStorage(storage));
        await story.App.LoginAsync(cancellationToken: Cancellation);
        storage.IsUnreadable = true;

        var error = await Should.ThrowAsync<LogoutException>(() => story.App.LogoutAsync(Cancellation));

        error.NotRemoved.Count.ShouldBe(3);
        story.Emulator.RevokeAccessTokens().ShouldBe(0);
    }

    [Fact]
    public async Task A_logout_that_cannot_read_the_storage_and_has_nothing_in_hand_says_what_the_storage_says()
    {
        await using var story = await AppStory.StartAsync(build: static builder => builder.UseTokenStorage(new StubbornTokenStorage { IsUnreadable = true }));

        await Should.ThrowAsync<TokenStorageException>(() => story.App.LogoutAsync(Cancellation));
    }
}
