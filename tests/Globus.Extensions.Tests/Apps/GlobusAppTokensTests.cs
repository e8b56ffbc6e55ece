using Globus.Extensions.Apps;
using Globus.Extensions.Emulator;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;
using NSubstitute;

namespace Globus.Extensions.Tests.Apps;

public sealed class GlobusAppTokensTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loads_all_tokens_by_resource_server()
    {
        await using var story = await StartAsync();

        var tokens = await story.App.Tokens.LoadAsync(cancellationToken: Cancellation);

        tokens.Keys.ShouldBe([GlobusResourceServers.Auth, GlobusResourceServers.Groups, GlobusResourceServers.Transfer], ignoreOrder: true);
        tokens[GlobusResourceServers.Groups].Scope.ShouldContain(GlobusScopes.GroupsViewMyGroupsAndMemberships);
    }

    [Fact]
    public async Task Loads_only_the_tokens_that_hold_a_scope_asked_for()
    {
        await using var story = await StartAsync();

        var tokens = await story.App.Tokens.LoadAsync(["openid email", GlobusScopes.TransferAll], Cancellation);

        tokens.Keys.ShouldBe([GlobusResourceServers.Auth, GlobusResourceServers.Transfer], ignoreOrder: true);
    }

    [Fact]
    public async Task Loads_a_token_under_each_scope_that_it_holds()
    {
        await using var story = await StartAsync();

        var all = await story.App.Tokens.LoadByScopeAsync(cancellationToken: Cancellation);
        var some = await story.App.Tokens.LoadByScopeAsync([GlobusScopes.Email, GlobusScopes.TransferAll], Cancellation);

        all["openid"].ShouldBeSameAs(all["email"]);
        all.Keys.ShouldContain(GlobusScopes.TransferAll);
        some.Keys.ShouldBe([GlobusScopes.Email, GlobusScopes.TransferAll], ignoreOrder: true);
    }

    [Fact]
    public async Task Says_that_nothing_is_stored()
    {
        await using var story = await AppStory.StartAsync();

        (await Should.ThrowAsync<MissingTokenException>(() => story.App.Tokens.LoadAsync(cancellationToken: Cancellation))).ResourceServer.ShouldBeNull();

        story.Logins.ShouldBe(0);
    }

    [Fact]
    public async Task Says_by_which_command_a_person_logs_in()
    {
        await using var story = await AppStory.StartAsync(static options => options.LoginCommand = "worker login");

        (await Should.ThrowAsync<MissingTokenException>(() => story.App.Tokens.LoadAsync(cancellationToken: Cancellation)))
            .Message.ShouldBe("No token is stored. Log in first. The command for it is 'worker login'.");
    }

    [Fact]
    public async Task Says_which_scopes_no_token_holds()
    {
        await using var story = await StartAsync();

        var error = await Should.ThrowAsync<UnmetScopeRequirementsException>(
            () => story.App.Tokens.LoadAsync(["openid", GlobusScopes.GroupsAll, "made-up"], Cancellation));

        error.MissingScopes.ShouldBe([GlobusScopes.GroupsAll, "made-up"], ignoreOrder: true);
        error.ResourceServer.ShouldBeNull();
        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task Renews_what_has_ended_and_stores_it()
    {
        await using var story = await StartAsync(refreshTokens: true);
        var ended = await EndAsync(story, GlobusResourceServers.Groups);

        var tokens = await story.App.Tokens.LoadAsync([GlobusScopes.GroupsViewMyGroupsAndMemberships], Cancellation);

        tokens[GlobusResourceServers.Groups].AccessToken.ShouldNotBe(ended.AccessToken);
        (await story.Storage.GetAsync(GlobusResourceServers.Groups, Cancellation)).ShouldBe(tokens[GlobusResourceServers.Groups]);
        story.TokenRequests("refresh_token").ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_out_what_has_ended_where_no_scope_asks_for_it()
    {
        await using var story = await StartAsync();
        await EndAsync(story, GlobusResourceServers.Groups);

        (await story.App.Tokens.LoadAsync(cancellationToken: Cancellation)).Keys.ShouldBe(
            [GlobusResourceServers.Auth, GlobusResourceServers.Transfer], ignoreOrder: true);
        (await Should.ThrowAsync<ExpiredTokenException>(() => story.App.Tokens.LoadAsync([GlobusScopes.GroupsViewMyGroupsAndMemberships], Cancellation)))
            .ResourceServer.ShouldBe(GlobusResourceServers.Groups);
    }

    [Fact]
    public async Task Says_that_everything_has_ended()
    {
        await using var story = await StartAsync(refreshTokens: true);
        foreach (var resourceServer in new[] { GlobusResourceServers.Auth, GlobusResourceServers.Groups, GlobusResourceServers.Transfer })
        {
            await EndAsync(story, resourceServer);
        }

        story.Emulator.RevokeRefreshTokens();

        var error = await Should.ThrowAsync<ExpiredTokenException>(() => story.App.Tokens.LoadAsync(cancellationToken: Cancellation));

        error.InnerException.ShouldBeOfType<TokenRenewalException>();
        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_authorizers_that_use_the_current_token()
    {
        await using var story = await StartAsync();

        var byServer = await story.App.Tokens.GetAuthorizersAsync(cancellationToken: Cancellation);
        var byScope = await story.App.Tokens.GetAuthorizersByScopeAsync([GlobusScopes.TransferAll], Cancellation);

        var stored = await story.Storage.GetAsync(GlobusResourceServers.Transfer, Cancellation);
        foreach (var authorizer in new[] { byServer[GlobusResourceServers.Transfer], byScope[GlobusScopes.TransferAll] })
        {
            (await authorizer.GetAuthorizationHeaderAsync(Cancellation))!.Parameter.ShouldBe(stored!.AccessToken);
        }
    }

    [Fact]
    public async Task Saves_a_token_for_a_service_that_the_app_knows_nothing_of()
    {
        await using var story = await StartAsync();
        var flows = Token("flows.globus.org", "flows-token");

        await story.App.Tokens.SaveAsync([flows with { AccessToken = "earlier" }, flows], Cancellation);

        (await story.App.Tokens.LoadAsync(cancellationToken: Cancellation))["flows.globus.org"].ShouldBe(flows);
        var authorizer = (await story.App.Tokens.GetAuthorizersAsync(["flows"], Cancellation))["flows.globus.org"];
        (await authorizer.GetAuthorizationHeaderAsync(Cancellation))!.Parameter.ShouldBe("flows-token");
    }

    [Fact]
    public async Task Saves_nothing_of_another_identity()
    {
        await using var story = await StartAsync();
        var before = await story.Storage.GetAllAsync(Cancellation);

        await Should.ThrowAsync<IdentityMismatchException>(
            () => story.App.Tokens.SaveAsync([Token("flows.globus.org", "x") with { IdentityId = Guid.NewGuid().ToString() }], Cancellation));

        (await story.Storage.GetAllAsync(Cancellation)).Keys.ShouldBe(before.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Revokes_a_set_and_forgets_what_of_it_is_stored()
    {
        await using var story = await StartAsync(refreshTokens: true);
        var tokens = await story.App.Tokens.LoadAsync(cancellationToken: Cancellation);

        await story.App.Tokens.RevokeAsync([tokens[GlobusResourceServers.Groups]], Cancellation);

        (await story.Storage.GetAllAsync(Cancellation)).Keys.ShouldBe([GlobusResourceServers.Auth, GlobusResourceServers.Transfer], ignoreOrder: true);
        story.Emulator.Requests.Count(static request => request.Path.EndsWith("/token/revoke", StringComparison.Ordinal)).ShouldBe(2);
        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task Revokes_a_token_that_is_not_stored_and_keeps_the_stored_one()
    {
        await using var story = await StartAsync();
        var before = await story.Storage.GetAllAsync(Cancellation);

        await story.App.Tokens.RevokeAsync([Token(GlobusResourceServers.Groups, "somebody-elses")], Cancellation);

        (await story.Storage.GetAllAsync(Cancellation)).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_client_app_renews_what_it_has_stored()
    {
        await using var story = await AppStory.StartAsync(static options =>
        {
            var account = EmulatorSeed.CreateDefault().Clients[2];
            options.LoginFlows.Clear();
            options.ClientId = account.Id.ToString();
            options.ClientSecret = account.Secret;
        });
        await story.App.LoginAsync(cancellationToken: Cancellation);
        var ended = await EndAsync(story, GlobusResourceServers.Groups);

        var tokens = await story.App.Tokens.LoadAsync(cancellationToken: Cancellation);

        tokens[GlobusResourceServers.Groups].AccessToken.ShouldNotBe(ended.AccessToken);
    }

    [Fact]
    public async Task Stands_in_for_the_tokens_of_a_substituted_app()
    {
        var tokens = Substitute.For<GlobusAppTokens>();
        tokens.LoadAsync(Arg.Any<IEnumerable<string>?>(), Arg.Any<CancellationToken>()).Returns(new Dictionary<string, TokenData> { ["a"] = Token("a", "t") });
        var app = Substitute.For<IGlobusApp>();
        app.Tokens.Returns(tokens);

        (await app.Tokens.LoadAsync(cancellationToken: Cancellation)).Keys.ShouldBe(["a"]);
    }

    private static async Task<AppStory> StartAsync(bool refreshTokens = false)
    {
        var story = await AppStory.StartAsync(options => options.RequestRefreshTokens = refreshTokens);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        return story;
    }

    private static async Task<TokenData> EndAsync(AppStory story, string resourceServer)
    {
        var stored = await story.Storage.GetAsync(resourceServer, Cancellation);
        var ended = stored! with { ExpiresAt = DateTimeOffset.UnixEpoch };
        await story.App.Tokens.SaveAsync([ended], Cancellation);
        return ended;
    }

    private static TokenData Token(string resourceServer, string accessToken) => new()
    {
        ResourceServer = resourceServer,
        Scope = "flows",
        AccessToken = accessToken,
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(4_000_000_000),
    };
}
