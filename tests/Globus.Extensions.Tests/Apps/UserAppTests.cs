using Globus.Extensions.Apps;
using Globus.Extensions.Configuration;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Apps;

public sealed class UserAppTests
{
    private const string GroupsServer = "groups.api.globus.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_request_logs_in_and_lists_groups()
    {
        await using var story = await AppStory.StartAsync();

        var groups = await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        groups.ShouldNotBeEmpty();
        story.Logins.ShouldBe(1);
        story.LastParameters!.RequiredScopes.ShouldBe(
            ["openid", "profile", "email", "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships", "urn:globus:auth:scope:transfer.api.globus.org:all"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task One_login_serves_all_services()
    {
        await using var story = await AppStory.StartAsync();

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        var info = await story.Auth.GetUserInfoAsync(Cancellation);

        info.PreferredUsername.ShouldBe("ada@example.org");
        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task Many_requests_that_need_a_login_share_one()
    {
        await using var story = await AppStory.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)));

        story.Logins.ShouldBe(1);
        story.TokenRequests("authorization_code").ShouldBe(1);
    }

    [Fact]
    public async Task A_login_that_nobody_waits_for_any_more_is_given_up()
    {
        await using var story = await AppStory.StartAsync();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        story.BeforeLogin = async cancellationToken =>
        {
            started.SetResult();
            using var registration = cancellationToken.Register(ended.SetResult);
            await ended.Task;
            cancellationToken.ThrowIfCancellationRequested();
        };
        using var caller = new CancellationTokenSource();

        var request = story.Groups.GetMyGroupsAsync(cancellationToken: caller.Token);
        await started.Task.WaitAsync(Cancellation);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => request);
        await ended.Task.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Without_tokens_and_without_a_login_a_request_says_what_to_do()
    {
        await using var story = await AppStory.StartAsync(static options => options.OnLoginRequired = LoginRequiredBehavior.Throw);

        var error = await Should.ThrowAsync<MissingTokenException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        error.ResourceServer.ShouldBe(GroupsServer);
        error.Message.ShouldContain("call IGlobusApp.LoginAsync where somebody is");
        story.Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handler_decides_in_place_of_the_option()
    {
        GlobusException? reason = null;
        await using var story = await AppStory.StartAsync(
            static options => options.OnLoginRequired = LoginRequiredBehavior.Throw,
            builder => builder.OnLoginRequired((app, error, cancellationToken) =>
            {
                reason = error;
                return app.LoginAsync(new LoginOptions { Force = true }, cancellationToken);
            }));

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        reason.ShouldBeOfType<MissingTokenException>();
    }

    [Fact]
    public async Task A_handler_that_needs_a_token_itself_gets_the_error_in_place_of_another_round()
    {
        GlobusException? inner = null;
        await using var story = await AppStory.StartAsync(build: builder => builder.OnLoginRequired(async (app, _, cancellationToken) =>
        {
            inner = await Should.ThrowAsync<MissingTokenException>(() => app.GetAuthorizerAsync(GroupsServer, cancellationToken).AsTask());
            await app.LoginAsync(cancellationToken: cancellationToken);
        }));

        (await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)).ShouldNotBeEmpty();

        inner.ShouldNotBeNull();
    }

    [Fact]
    public async Task Scopes_that_are_added_during_a_login_are_the_next_ones_business()
    {
        await using var story = await AppStory.StartAsync();
        story.BeforeLogin = _ =>
        {
            story.BeforeLogin = null;
            story.App.AddScopeRequirements(GroupsServer, ["urn:globus:auth:scope:groups.api.globus.org:all"]);
            return Task.CompletedTask;
        };

        await story.App.LoginAsync(cancellationToken: Cancellation);

        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        story.Logins.ShouldBe(2);
        (await story.Storage.GetAsync(GroupsServer, Cancellation)).ShouldNotBeNull().Scope.ShouldContain(":all");
    }

    [Fact]
    public async Task Tokens_that_cannot_be_stored_are_revoked()
    {
        await using var story = await AppStory.StartAsync(
            static options => options.TokenStorage = "full",
            static builder => builder.AddTokenStorage("full", new FullTokenStorage()));

        await Should.ThrowAsync<TokenStorageException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        story.Emulator.RevokeAccessTokens().ShouldBe(0);
    }

    [Fact]
    public async Task A_login_is_required_until_there_was_one()
    {
        await using var story = await AppStory.StartAsync();

        var before = await story.App.IsLoginRequiredAsync(Cancellation);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await story.App.LoginAsync(cancellationToken: Cancellation);

        before.ShouldBeTrue();
        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeFalse();
        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task More_scopes_need_another_login()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);

        story.App.AddScopeRequirements(GroupsServer, ["urn:globus:auth:scope:groups.api.globus.org:all"]);

        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        (await story.Storage.GetAsync(GroupsServer, Cancellation)).ShouldNotBeNull().Scope.ShouldContain("groups.api.globus.org:all");
    }

    [Fact]
    public async Task Another_identity_is_refused_and_its_tokens_are_revoked()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.UserName = "grace@example.org";

        await Should.ThrowAsync<IdentityMismatchException>(() => story.App.LoginAsync(new LoginOptions { Force = true }, Cancellation));

        (await story.Auth.GetUserInfoAsync(Cancellation)).PreferredUsername.ShouldBe("ada@example.org");
        story.Emulator.Requests.ShouldContain(static request => request.Path == "/auth/v2/oauth2/token/revoke");
    }

    [Fact]
    public async Task A_service_that_the_app_leaves_out_is_refused_with_advice()
    {
        await using var story = await AppStory.StartAsync(static options => options.Services.Add("groups"));

        var error = await Should.ThrowAsync<InvalidOperationException>(() =>
            story.Transfer.SendAsync(new HttpRequestMessage(HttpMethod.Get, "v0.10/submission_id"), Cancellation));

        error.Message.ShouldContain("'transfer'");
        error.Message.ShouldContain("Globus:Services");
    }
}
