using Globus.Extensions.Apps;
using Globus.Extensions.Tests.Support;
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
        (await story.Storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
    }
}
