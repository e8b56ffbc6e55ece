using System.Net;
using Globus.Extensions.Apps;
using Globus.Extensions.Configuration;
using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tests.EmulatorHosting;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tests.Apps;

/// <summary>Required scopes that depend on others: a token does not show what its person has consented to below it, Globus Auth does.</summary>
public sealed class AppConsentTests
{
    private const string Collection = "00000000-0000-4000-a000-00000000da7a";

    private static readonly string WithDataAccess = GlobusScopes.TransferWithDataAccess(Collection).ToString();

    private static readonly TaskCompletionSource<HttpResponseMessage> Never = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_such_scopes_nobody_asks()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await story.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);

        story.ConsentRequests.ShouldBe(0);
    }

    [Fact]
    public async Task A_dependency_that_is_required_later_leads_to_one_login_and_is_not_asked_about_again()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);

        story.App.AddScopeRequirements(GlobusResourceServers.Transfer, [WithDataAccess]);
        for (var i = 0; i < 3; i++)
        {
            await story.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);
        }

        story.Logins.ShouldBe(2);
        story.LastParameters!.RequiredScopes!.ShouldContain(WithDataAccess);
        story.ConsentRequests.ShouldBe(2, "once before the login, once after it");
        story.App.ScopeRequirements[GlobusResourceServers.Transfer].ShouldContain(WithDataAccess);
    }

    [Fact]
    public async Task The_first_request_of_a_new_program_asks_once_for_all_and_needs_no_login()
    {
        await using var story = await AppStory.StartAsync(RequireDataAccess);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(RequireDataAccess);
        story.Emulator.ClearRequests();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation).AsTask()));

        story.ConsentRequests.ShouldBe(1);
        next.Logins.ShouldBe(0);
    }

    [Fact]
    public async Task A_stored_token_whose_person_has_not_consented_needs_a_login()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(RequireDataAccess);

        (await next.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
        await next.App.LoginAsync(cancellationToken: Cancellation);

        next.Logins.ShouldBe(1);
        (await next.App.IsLoginRequiredAsync(Cancellation)).ShouldBeFalse();
        await next.App.LoginAsync(cancellationToken: Cancellation);
        next.Logins.ShouldBe(1);
    }

    [Fact]
    public async Task Where_nobody_logs_in_the_exception_names_the_scope_and_the_remedy()
    {
        await using var story = await AppStory.StartAsync(static options => options.OnLoginRequired = LoginRequiredBehavior.Throw);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.App.AddScopeRequirements(GlobusResourceServers.Transfer, [WithDataAccess]);

        var error = await Should.ThrowAsync<UnmetScopeRequirementsException>(() => story.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation).AsTask());
        await Should.ThrowAsync<UnmetScopeRequirementsException>(() => story.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation).AsTask());

        error.ResourceServer.ShouldBe(GlobusResourceServers.Transfer);
        error.MissingScopes.ShouldBe([WithDataAccess]);
        error.Message.ShouldContain("Log in again to grant them. Nobody is at hand to log in: call IGlobusApp.LoginAsync");
        (await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)).ShouldNotBeEmpty();
        story.ConsentRequests.ShouldBe(1, "an answer that did not help counts for a while");
    }

    [Fact]
    public async Task A_person_who_does_not_consent_is_asked_once_and_keeps_what_was_granted()
    {
        await using var story = await AppStory.StartAsync(RequireDataAccess);
        story.ChangeAuthorizeUrl = static url => new Uri(Uri.UnescapeDataString(url.AbsoluteUri).Replace(WithDataAccess, GlobusScopes.TransferAll, StringComparison.Ordinal));

        var error = await Should.ThrowAsync<UnmetScopeRequirementsException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        error.MissingScopes.ShouldBe([WithDataAccess]);
        story.Logins.ShouldBe(1);
        (await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)).ShouldNotBeEmpty();
        story.Logins.ShouldBe(1);
        await Should.ThrowAsync<UnmetScopeRequirementsException>(() => story.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation).AsTask());
        story.Logins.ShouldBe(2);
    }

    [Fact]
    public async Task What_an_optional_scope_depends_on_is_as_optional()
    {
        await using var story = await AppStory.StartAsync(static options => options.ScopeRequirements[GlobusResourceServers.Transfer] = [$"*{WithDataAccess}"]);
        story.ChangeAuthorizeUrl = static url => new Uri(Uri.UnescapeDataString(url.AbsoluteUri).Replace(WithDataAccess, GlobusScopes.TransferAll, StringComparison.Ordinal));
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(static options => options.ScopeRequirements[GlobusResourceServers.Transfer] = [$"*{WithDataAccess}"]);

        await next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);

        next.Logins.ShouldBe(0);
        story.ConsentRequests.ShouldBe(0);
    }

    [Fact]
    public async Task A_service_of_which_all_is_optional_may_get_no_token_at_all()
    {
        const string Optional = $"*{GlobusScopes.TransferAll}";
        await using var story = await AppStory.StartAsync(static options =>
        {
            options.ScopeRequirements[GlobusResourceServers.Transfer] = [Optional];
            options.RequestRefreshTokens = true;
        });
        story.ChangeAuthorizeUrl = static url => new Uri(Uri.UnescapeDataString(url.AbsoluteUri).Replace(Optional, string.Empty, StringComparison.Ordinal));
        await story.App.LoginAsync(cancellationToken: Cancellation);

        await story.App.LoginAsync(new LoginOptions { RequestRefreshTokens = true }, Cancellation);

        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeFalse();
        (await story.Storage.GetAllAsync(Cancellation)).Keys.ShouldBe([GlobusResourceServers.Auth, GlobusResourceServers.Groups], ignoreOrder: true);
        story.Logins.ShouldBe(1);
        await Should.ThrowAsync<MissingTokenException>(() => story.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation).AsTask());
        story.Logins.ShouldBe(2, "whoever sends a request to the service asks for its token");
    }

    [Fact]
    public async Task What_the_token_of_Auth_itself_needs_is_asked_for_without_going_round_in_circles()
    {
        static void Require(GlobusOptions options) => options.ScopeRequirements[GlobusResourceServers.Auth] = ["openid email", $"profile[{GlobusScopes.TransferAll}]"];
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(Require);

        (await next.Auth.GetUserInfoAsync(Cancellation)).PreferredUsername.ShouldBe("ada@example.org");
        await using var last = story.Again(Require);
        (await last.Auth.GetUserInfoAsync(Cancellation)).PreferredUsername.ShouldBe("ada@example.org");

        next.Logins.ShouldBe(1);
        last.Logins.ShouldBe(0);
        story.ConsentRequests.ShouldBe(3);
    }

    [Fact]
    public async Task A_client_has_nobody_to_consent()
    {
        await using var story = await AppStory.StartAsync(static options =>
        {
            options.LoginFlows.Clear();
            (options.ClientId, options.ClientSecret) = (TestApps.ServiceClientId, TestApps.ServiceClientSecret);
            RequireDataAccess(options);
        });

        await story.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);
        await story.App.LoginAsync(cancellationToken: Cancellation);

        story.ConsentRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_of_nobody_known_are_not_asked_about()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        foreach (var token in (await story.Storage.GetAllAsync(Cancellation)).Values)
        {
            await story.Storage.StoreAsync([token with { IdentityId = null }], Cancellation);
        }

        await using var next = story.Again(RequireDataAccess);
        await next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);

        next.Logins.ShouldBe(0);
        story.ConsentRequests.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_that_is_no_help_neither_breaks_a_request_nor_forces_a_login()
    {
        var refused = 0;
        var logs = new ListLoggerProvider();
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(RequireDataAccess, builder => Intercept(builder, logs, (_, _) =>
        {
            refused++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("no") });
        }));

        (await next.App.IsLoginRequiredAsync(Cancellation)).ShouldBeFalse();
        await next.App.LoginAsync(cancellationToken: Cancellation);
        for (var i = 0; i < 3; i++)
        {
            await next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);
        }

        next.Logins.ShouldBe(0);
        refused.ShouldBe(1);
        logs.Entries.Count(static entry => entry.Text.Contains("consents could not be looked up", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_waited_for_ten_seconds()
    {
        var time = new ManualTimeProvider();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(RequireDataAccess, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            Intercept(builder, new ListLoggerProvider(), async (_, cancellationToken) =>
            {
                asked.TrySetResult();
                return await Never.Task.WaitAsync(cancellationToken);
            });
        });

        var request = next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation).AsTask();
        await asked.Task.WaitAsync(Cancellation);
        request.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(10));

        await request.WaitAsync(Cancellation);
        next.Logins.ShouldBe(0);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_wait_and_the_next_one_asks_anew()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hangs = true;
        await using var story = await AppStory.StartAsync(RequireDataAccess);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var next = story.Again(RequireDataAccess, builder => Intercept(builder, new ListLoggerProvider(), async (send, cancellationToken) =>
        {
            asked.TrySetResult();
            return hangs ? await Never.Task.WaitAsync(cancellationToken) : await send();
        }));
        using var caller = new CancellationTokenSource();

        var request = next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, caller.Token).AsTask();
        await asked.Task.WaitAsync(Cancellation);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => request);
        hangs = false;

        await next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);
        next.Logins.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_of_Auth_that_is_dead_is_no_reason_to_refuse_the_others()
    {
        await using var story = await AppStory.StartAsync(RequireDataAccess);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens(GlobusResourceServers.Auth);
        await using var next = story.Again(RequireDataAccess);

        await next.App.GetAuthorizerAsync(GlobusResourceServers.Transfer, Cancellation);

        next.Logins.ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_that_are_loaded_for_a_scope_are_judged_with_what_it_depends_on()
    {
        await using var story = await AppStory.StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);

        var error = await Should.ThrowAsync<UnmetScopeRequirementsException>(() => story.App.Tokens.LoadAsync([WithDataAccess], Cancellation));
        await story.App.LoginAsync(new LoginOptions { Scopes = [WithDataAccess] }, Cancellation);

        error.MissingScopes.ShouldBe([WithDataAccess]);
        error.ResourceServer.ShouldBe(GlobusResourceServers.Transfer, "its token holds the scope itself");
        (await story.App.Tokens.LoadByScopeAsync([WithDataAccess], Cancellation)).Keys.ShouldBe([GlobusScopes.TransferAll]);
    }

    private static void RequireDataAccess(GlobusOptions options) => options.ScopeRequirements[GlobusResourceServers.Transfer] = [WithDataAccess];

    private static void Intercept(GlobusBuilder builder, ListLoggerProvider logs, Func<Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        builder.ConfigureAuthHttpClient(client => client.AddHttpMessageHandler(() => new ConsentsHandler(answer)));
        builder.Services.AddLogging(logging => logging.AddProvider(logs));
    }

    private sealed class ConsentsHandler(Func<Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> answer) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/consents", StringComparison.Ordinal))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            var response = await answer(() => base.SendAsync(request, cancellationToken), cancellationToken);
            response.RequestMessage = request;
            return response;
        }
    }
}
