using Globus.Extensions.Apps;
using Globus.Extensions.Configuration;
using Globus.Extensions.Http;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Apps;

public sealed class UserAppRenewalTests
{
    private const string GroupsServer = "groups.api.globus.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_four_requests_with_a_dead_token_cost_one_refresh()
    {
        await using var story = await AppStory.StartAsync(static options => options.RequestRefreshTokens = true);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.ClearRequests();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)));

        answers.ShouldAllBe(static groups => groups.Count > 0);
        story.TokenRequests("refresh_token").ShouldBe(1);
        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task A_rotated_refresh_token_is_kept()
    {
        await using var story = await AppStory.StartAsync(static options => options.RequestRefreshTokens = true, emulator: new() { RotateRefreshTokens = true });
        await story.App.LoginAsync(cancellationToken: Cancellation);
        for (var round = 0; round < 3; round++)
        {
            story.Emulator.RevokeAccessTokens();
            await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        }

        story.TokenRequests("refresh_token").ShouldBe(3);
        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task A_dead_refresh_token_leads_to_a_login()
    {
        await using var story = await AppStory.StartAsync(static options => options.RequestRefreshTokens = true);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.RevokeRefreshTokens();

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        story.Logins.ShouldBe(2);
    }

    [Fact]
    public async Task A_dead_refresh_token_is_an_exception_that_says_so_where_nobody_can_log_in()
    {
        await using var story = await AppStory.StartAsync(static options =>
        {
            options.RequestRefreshTokens = true;
            options.OnLoginRequired = LoginRequiredBehavior.Throw;
        });
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.RevokeRefreshTokens();

        var error = await Should.ThrowAsync<TokenRenewalException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        error.ResourceServer.ShouldBe(GroupsServer);
        error.Message.ShouldContain("LoginAsync");
        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_that_was_rejected_for_good_is_not_sent_again()
    {
        await using var story = await AppStory.StartAsync(static options =>
        {
            options.RequestRefreshTokens = true;
            options.OnLoginRequired = LoginRequiredBehavior.Throw;
        });
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.RevokeRefreshTokens();
        await Should.ThrowAsync<TokenRenewalException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));
        story.Emulator.ClearRequests();

        await Should.ThrowAsync<TokenRenewalException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        story.Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rejected_token_without_a_refresh_token_leads_to_a_login()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        story.Logins.ShouldBe(2);
    }

    [Fact]
    public async Task A_rejected_token_that_nothing_can_replace_gives_the_services_own_error()
    {
        await using var story = await AppStory.StartAsync(static options => options.OnLoginRequired = LoginRequiredBehavior.Throw);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();

        var error = await Should.ThrowAsync<GroupsApiException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        ((int)error.StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task A_rejected_token_that_is_needed_again_is_an_exception_that_names_the_command_which_logs_in()
    {
        await using var story = await AppStory.StartAsync(static options => (options.OnLoginRequired, options.LoginCommand) = (LoginRequiredBehavior.Throw, "worker login"));
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        await Should.ThrowAsync<GroupsApiException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        var error = await Should.ThrowAsync<TokenRenewalException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        error.ResourceServer.ShouldBe(GroupsServer);
        error.Message.ShouldContain("run 'worker login' where somebody is");
        error.Message.Split("Log in again.").Length.ShouldBe(2, "it is said once");
    }

    [Fact]
    public async Task A_handler_is_told_of_a_rejected_token_by_an_exception_that_it_can_know()
    {
        GlobusException? reason = null;
        await using var story = await AppStory.StartAsync(build: builder => builder.OnLoginRequired((app, error, cancellationToken) =>
        {
            reason = error;
            return app.LoginAsync(new LoginOptions { Force = true }, cancellationToken);
        }));
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        reason.ShouldBeOfType<TokenRenewalException>();
    }

    [Fact]
    public async Task The_storage_none_works_as_long_as_the_app_lives()
    {
        await using var story = await AppStory.StartAsync(static options =>
        {
            options.TokenStorage = "none";
            options.RequestRefreshTokens = true;
        });
        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        story.Logins.ShouldBe(1);
    }
}
