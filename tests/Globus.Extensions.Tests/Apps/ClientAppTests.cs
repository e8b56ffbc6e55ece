using Globus.Extensions.Emulator;
using Globus.Extensions.Http;

namespace Globus.Extensions.Tests.Apps;

public sealed class ClientAppTests
{
    private static readonly EmulatorClient ServiceAccount = EmulatorSeed.CreateDefault().Clients.First(static client => client.Name.Contains("service", StringComparison.OrdinalIgnoreCase));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acts_as_the_identity_of_its_client()
    {
        await using var story = await AppStory.StartAsync(AsServiceAccount);

        var info = await story.Auth.GetUserInfoAsync(Cancellation);

        info.PreferredUsername.ShouldBe($"{ServiceAccount.Id}@clients.auth.globus.org");
    }

    [Fact]
    public async Task Never_requires_a_login()
    {
        await using var story = await AppStory.StartAsync(AsServiceAccount);

        (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeFalse();
        story.Emulator.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_request_at_login_gets_the_tokens_of_all_services()
    {
        await using var story = await AppStory.StartAsync(AsServiceAccount);

        await story.App.LoginAsync(cancellationToken: Cancellation);
        await story.App.LoginAsync(cancellationToken: Cancellation);

        story.TokenRequests("client_credentials").ShouldBe(1);
        (await story.Storage.GetAllAsync(Cancellation)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Sixty_four_requests_with_a_dead_token_cost_one_grant()
    {
        await using var story = await AppStory.StartAsync(AsServiceAccount);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.ClearRequests();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation)));

        story.TokenRequests("client_credentials").ShouldBe(1);
    }

    [Fact]
    public async Task Asks_for_more_scopes_by_itself()
    {
        await using var story = await AppStory.StartAsync(AsServiceAccount);
        await story.App.LoginAsync(cancellationToken: Cancellation);

        story.App.AddScopeRequirements("groups.api.globus.org", ["urn:globus:auth:scope:groups.api.globus.org:all"]);
        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        (await story.Storage.GetAsync("groups.api.globus.org", Cancellation)).ShouldNotBeNull().Scope.ShouldContain(":all");
    }

    [Fact]
    public async Task A_wrong_secret_is_the_services_own_error_without_the_secret()
    {
        await using var story = await AppStory.StartAsync(static options =>
        {
            AsServiceAccount(options);
            options.ClientSecret = "not-the-secret";
        });

        var error = await Should.ThrowAsync<AuthApiException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        ((int)error.StatusCode).ShouldBe(401);
        error.ToString().ShouldNotContain("not-the-secret");
    }

    private static void AsServiceAccount(GlobusOptions options)
    {
        options.LoginFlows.Clear();
        options.ClientId = ServiceAccount.Id.ToString();
        options.ClientSecret = ServiceAccount.Secret;
    }
}
