using Globus.Extensions.Apps;
using Globus.Extensions.Emulator;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.DependencyInjection;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Globus.Extensions.Tests.Apps;

/// <summary>Logins that are to be otherwise than the app's options say.</summary>
public sealed class LoginOptionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scopes_that_stored_tokens_hold_need_no_login_and_are_required_from_then_on()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(static options => options.Services.Add("auth"));

        await next.App.LoginAsync(new LoginOptions { Scopes = [GlobusScopes.TransferAll, "*never:granted"] }, Cancellation);

        next.Logins.ShouldBe(0);
        next.App.ScopeRequirements[GlobusResourceServers.Transfer].ShouldBe([GlobusScopes.TransferAll]);
    }

    [Fact]
    public async Task Scopes_that_no_token_holds_are_asked_for_together_with_the_apps()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        var options = new LoginOptions { Scopes = [GlobusScopes.AuthViewIdentities] };

        await story.App.LoginAsync(options, Cancellation);
        await story.App.LoginAsync(options, Cancellation);

        story.Logins.ShouldBe(2);
        story.LastParameters!.RequiredScopes!.ShouldContain(GlobusScopes.AuthViewIdentities);
        story.LastParameters.RequiredScopes!.ShouldContain(GlobusScopes.TransferAll);
        story.App.ScopeRequirements[GlobusResourceServers.Auth].ShouldContain(GlobusScopes.AuthViewIdentities);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_token_that_has_ended_serves_if_it_can_be_renewed(bool isRenewable, int logins)
    {
        await using var story = await AppStory.StartAsync(static options => options.RequestRefreshTokens = true);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        var token = (await story.Storage.GetAsync(GlobusResourceServers.Transfer, Cancellation))!;
        await story.Storage.StoreAsync([token with { ExpiresAt = DateTimeOffset.UnixEpoch, RefreshToken = isRenewable ? token.RefreshToken : null }], Cancellation);
        await using var next = story.Again(static options => options.Services.Add("auth"));

        await next.App.LoginAsync(new LoginOptions { Scopes = [GlobusScopes.TransferAll] }, Cancellation);

        next.Logins.ShouldBe(logins);
    }

    [Fact]
    public async Task Scopes_that_are_not_granted_are_an_exception_that_names_them_and_nothing_is_stored()
    {
        await using var story = await AppStory.StartAsync();
        story.ChangeAuthorizeUrl = static url => new Uri(url.AbsoluteUri
            .Replace(Uri.EscapeDataString(GlobusScopes.AuthViewIdentities), "openid", StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString($"*{GlobusScopes.GroupsAll}"), "openid", StringComparison.Ordinal));

        var error = await Should.ThrowAsync<UnmetScopeRequirementsException>(
            () => story.App.LoginAsync(new LoginOptions { Scopes = [GlobusScopes.AuthViewIdentities, $"*{GlobusScopes.GroupsAll}"] }, Cancellation));

        error.MissingScopes.ShouldBe([GlobusScopes.AuthViewIdentities]);
        (await story.Storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
        story.Emulator.RevokeAccessTokens().ShouldBe(0, "what was granted was revoked");
    }

    [Theory]
    [InlineData("a[")]
    [InlineData("b[openid]")]
    public async Task Scopes_that_cannot_be_asked_for_begin_no_login(string scope)
    {
        await using var story = await AppStory.StartAsync(static options => options.ScopeRequirements[GlobusResourceServers.Auth] = ["openid[*b]"]);

        await Should.ThrowAsync<FormatException>(() => story.App.LoginAsync(new LoginOptions { Scopes = [scope] }, Cancellation));

        story.Logins.ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_without_refresh_tokens_do_not_serve_who_asks_for_those()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        var options = new LoginOptions { RequestRefreshTokens = true };

        await story.App.LoginAsync(options, Cancellation);
        await story.App.LoginAsync(options, Cancellation);

        story.Logins.ShouldBe(2);
        (await story.Storage.GetAllAsync(Cancellation)).Values.ShouldAllBe(static token => token.RefreshToken != null);
        story.LastSettings!.RequestRefreshTokens.ShouldBeTrue();
    }

    [Fact]
    public async Task Refresh_tokens_can_be_left_out_once()
    {
        await using var story = await AppStory.StartAsync(static options => options.RequestRefreshTokens = true);

        await story.App.LoginAsync(new LoginOptions { RequestRefreshTokens = false }, Cancellation);

        (await story.Storage.GetAllAsync(Cancellation)).Values.ShouldAllBe(static token => token.RefreshToken == null);
    }

    [Fact]
    public async Task The_flow_gets_the_settings_of_this_login_and_of_this_login_only()
    {
        Uri? seen = null;
        await using var story = await AppStory.StartAsync();
        story.ChangeAuthorizeUrl = url => seen = url;

        await story.App.LoginAsync(
            new LoginOptions { NamedGrant = "Laptop of Ada", ExtraParameters = [new("shown_by", "test")], OpenBrowser = false },
            Cancellation);

        story.LastSettings.ShouldNotBeNull().OpenBrowser.ShouldBeFalse();
        Uri.UnescapeDataString(seen!.Query).ShouldContain("prefill_named_grant=Laptop");
        seen.Query.ShouldContain("shown_by=test");

        await story.App.LoginAsync(new LoginOptions { Force = true }, Cancellation);

        story.LastSettings.OpenBrowser.ShouldBeTrue();
        story.LastSettings.ExtraParameters.ShouldBeNull();
        seen.Query.ShouldNotContain("Laptop");
    }

    [Fact]
    public async Task Settings_alone_are_no_reason_to_log_in()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);

        await story.App.LoginAsync(
            new LoginOptions { NamedGrant = "a", OpenBrowser = false, Flows = ["story"], ExtraParameters = [new("a", "b")], RequestRefreshTokens = false }, Cancellation);

        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task A_parameter_of_the_protocol_is_refused()
    {
        await using var story = await AppStory.StartAsync();

        var error = await Should.ThrowAsync<ArgumentException>(() => story.App.LoginAsync(new LoginOptions { ExtraParameters = [new("state", "mine")] }, Cancellation));

        error.Message.ShouldContain("state");
    }

    [Fact]
    public async Task Another_flow_can_be_chosen()
    {
        LoginFlowSettings? settings = null;
        GlobusEmulator? emulator = null;
        await using var story = await AppStory.StartAsync(build: builder => builder.AddLoginFlow("as-grace", (_, _, client, given) =>
        {
            settings = given;
            return new SignInFlow(emulator!, "grace@example.org", client, given);
        }));
        emulator = story.Emulator;

        await story.App.LoginAsync(new LoginOptions { Flows = ["as-grace"], RequestRefreshTokens = true }, Cancellation);

        story.Logins.ShouldBe(0);
        settings.ShouldNotBeNull().RequestRefreshTokens.ShouldBeTrue();
        (await story.Auth.GetUserInfoAsync(Cancellation)).PreferredUsername.ShouldBe("grace@example.org");
    }

    [Fact]
    public async Task Several_flows_are_tried_in_order()
    {
        var absent = Substitute.For<ILoginFlowManager>();
        absent.RunLoginFlowAsync(null!, Cancellation).ReturnsForAnyArgs<OAuthTokenResponse>(static _ => throw new LoginFlowUnavailableException("Nobody is here."));
        await using var story = await AppStory.StartAsync(build: builder => builder.AddLoginFlow("absent", absent));

        await story.App.LoginAsync(new LoginOptions { Flows = ["absent", "story"] }, Cancellation);

        story.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_flow_is_refused_with_the_known_ones_named()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);

        var error = await Should.ThrowAsync<ArgumentException>(() => story.App.LoginAsync(new LoginOptions { Flows = ["story", "pigeon"] }, Cancellation));

        error.Message.ShouldContain("'pigeon' is no login flow that is registered. Known are: auto, command-line, ");
        error.Message.ShouldContain("story");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_app_that_was_given_its_flow_as_an_object_refuses_others_with_advice(bool byBuilder)
    {
        var flow = Substitute.For<ILoginFlowManager>();
        await using var story = await AppStory.StartAsync(build: builder => _ = byBuilder ? builder.UseLoginFlow(flow) : builder.Services.AddSingleton(flow) as object);

        LoginOptions[] refused = [new() { Flows = ["story"] }, new() { RequestRefreshTokens = true }, new() { NamedGrant = "a" }, new() { OpenBrowser = false }, new() { ExtraParameters = [] }];
        foreach (var options in refused)
        {
            (await Should.ThrowAsync<InvalidOperationException>(() => story.App.LoginAsync(options, Cancellation))).Message.ShouldContain("AddLoginFlow");
        }
    }

    [Fact]
    public async Task A_flow_that_was_added_as_an_object_can_be_chosen_but_not_changed()
    {
        var flow = Substitute.For<ILoginFlowManager>();
        flow.RunLoginFlowAsync(null!, Cancellation).ReturnsForAnyArgs<OAuthTokenResponse>(static _ => throw new LoginFlowException("mine"));
        await using var story = await AppStory.StartAsync(build: builder => builder.AddLoginFlow("given", flow));

        (await Should.ThrowAsync<LoginFlowException>(() => story.App.LoginAsync(new LoginOptions { Flows = ["given"] }, Cancellation))).Message.ShouldBe("mine");
        (await Should.ThrowAsync<InvalidOperationException>(() => story.App.LoginAsync(new LoginOptions { Flows = ["given"], OpenBrowser = false }, Cancellation)))
            .Message.ShouldContain("'given'");
    }

    [Fact]
    public async Task A_client_gets_scopes_and_ignores_what_is_about_the_login_flow()
    {
        await using var story = await AppStory.StartAsync(static options =>
        {
            options.LoginFlows.Clear();
            (options.ClientId, options.ClientSecret) = (TestApps.ServiceClientId, TestApps.ServiceClientSecret);
        });
        await story.App.LoginAsync(cancellationToken: Cancellation);
        var options = new LoginOptions { Scopes = [GlobusScopes.GroupsAll], Flows = ["pigeon"], RequestRefreshTokens = true, OpenBrowser = false, NamedGrant = "a" };

        await story.App.LoginAsync(options, Cancellation);
        await story.App.LoginAsync(options, Cancellation);

        story.TokenRequests("client_credentials").ShouldBe(2);
        (await story.Storage.GetAsync(GlobusResourceServers.Groups, Cancellation)).ShouldNotBeNull().Scope.ShouldContain(GlobusScopes.GroupsAll);
        story.App.ScopeRequirements[GlobusResourceServers.Groups].ShouldContain(GlobusScopes.GroupsAll);
    }
}
