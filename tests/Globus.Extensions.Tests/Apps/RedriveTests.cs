using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Apps;

/// <summary>A service that asks for another login, and the app that gives it one.</summary>
public sealed class RedriveTests
{
    private const string GroupsServer = "groups.api.globus.org";

    private const string WantsMfa = """{"code":"AuthorizationRequired","authorization_parameters":{"session_required_mfa":true,"session_message":"Use your key."}}""";

    private const string WantsAll =
        """{"code":"ConsentRequired","authorization_parameters":{"required_scopes":["urn:globus:auth:scope:groups.api.globus.org:all"]}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Logs_in_as_asked_and_sends_the_request_again()
    {
        using var refusal = new RefuseOnce(HttpStatusCode.Forbidden, WantsMfa);
        await using var story = await StartAsync(refusal, redrive: true);

        (await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)).ShouldNotBeEmpty();

        story.Logins.ShouldBe(2);
        story.LastParameters!.SessionRequiredMfa.ShouldBe(true);
        story.LastParameters.SessionMessage.ShouldBe("Use your key.");
    }

    [Fact]
    public async Task Scopes_that_were_asked_for_join_those_of_the_app()
    {
        using var refusal = new RefuseOnce(HttpStatusCode.Forbidden, WantsAll);
        await using var story = await StartAsync(refusal, redrive: true);

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        story.App.ScopeRequirements[GroupsServer].ShouldContain("urn:globus:auth:scope:groups.api.globus.org:all");
    }

    [Fact]
    public async Task A_401_that_asks_for_a_login_leads_to_one_prompt_only()
    {
        using var refusal = new RefuseOnce(HttpStatusCode.Unauthorized, WantsMfa);
        await using var story = await StartAsync(refusal, redrive: true);
        await story.App.LoginAsync(cancellationToken: Cancellation);

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        story.Logins.ShouldBe(2);
    }

    [Fact]
    public async Task Is_off_by_default_and_the_exception_tells_what_was_asked_for()
    {
        using var refusal = new RefuseOnce(HttpStatusCode.Forbidden, WantsMfa);
        await using var story = await StartAsync(refusal, redrive: false);

        var error = await Should.ThrowAsync<GroupsApiException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        error.AuthorizationRequirements.ShouldNotBeNull().AuthorizationParameters.SessionRequiredMfa.ShouldBe(true);
        story.Logins.ShouldBe(1);
    }

    [Theory]
    [InlineData("openid[")]
    [InlineData("openid[openid]")]
    public async Task Scopes_that_are_none_lead_to_no_login_but_to_the_answer(string scope)
    {
        using var refusal = new RefuseOnce(HttpStatusCode.Forbidden, WantsAll.Replace("urn:globus:auth:scope:groups.api.globus.org:all", scope, StringComparison.Ordinal));
        await using var story = await StartAsync(refusal, redrive: true);

        var error = await Should.ThrowAsync<GroupsApiException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        error.RequiredScopes.ShouldBe([scope]);
        story.Logins.ShouldBe(1);
    }

    private static Task<AppStory> StartAsync(RefuseOnce refusal, bool redrive) => AppStory.StartAsync(
        options => options.RedriveAuthorizationRequirements = redrive,
        builder => builder.ConfigureGroupsHttpClient(client => client.AddHttpMessageHandler(() => refusal)));

    private sealed class RefuseOnce(HttpStatusCode status, string body) : DelegatingHandler
    {
        private int _count;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _count) > 1)
            {
                return base.SendAsync(request, cancellationToken);
            }

            var response = ScriptedHandler.Json(status, body);
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
}
