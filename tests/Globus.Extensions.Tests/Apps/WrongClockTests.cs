using Globus.Extensions.Authorizers;
using Globus.Extensions.Configuration;
using Globus.Extensions.Emulator;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.EmulatorHosting;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tests.Apps;

/// <summary>Machines whose clock is wrong: they neither use dead tokens nor renew, or log in, for ever. Hours pass on a clock that the test moves.</summary>
public sealed class WrongClockTests
{
    private const string GroupsServer = "groups.api.globus.org";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private static readonly Lazy<EmulatorSeed> Seed = new(EmulatorSeed.CreateDefault);

    private readonly ManualTimeProvider _truth = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(72)]
    [InlineData(-72)]
    public async Task A_token_is_renewed_when_it_ends_and_not_before(int hoursAhead)
    {
        await using var story = await StartAsync(TimeSpan.FromHours(hoursAhead));
        for (var token = 1; token <= 3; token++)
        {
            for (var request = 0; request < 5; request++)
            {
                await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
            }

            story.TokenRequests("refresh_token").ShouldBe(token - 1);
            _truth.Advance(Lifetime + TimeSpan.FromSeconds(1));
        }

        story.Logins.ShouldBe(1);
        story.Emulator.Requests.ShouldAllBe(static request => request.StatusCode == 200);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_reported_once()
    {
        using var log = new ListLoggerProvider();
        await using var story = await AppStory.StartAsync(
            static options => options.RequestRefreshTokens = true,
            builder => builder.UseTokenStorage(new MemoryTokenStorage()).Services
                .AddSingleton<TimeProvider>(new WrongClock(_truth, TimeSpan.FromHours(1))).AddLogging(logging => logging.AddProvider(log)),
            new GlobusEmulatorOptions { TimeProvider = _truth, AccessTokenLifetime = Lifetime });
        for (var token = 0; token < 3; token++)
        {
            await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
            _truth.Advance(Lifetime);
        }

        var entry = log.Entries.Where(static entry => entry.Text.Contains("clock", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (entry.Category, entry.Level).ShouldBe(("Globus.Extensions.Tokens", LogLevel.Warning));
        entry.Text.ShouldContain("by 01:00:00");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task What_is_stored_is_the_time_at_globus(int hoursAhead)
    {
        await using var story = await StartAsync(TimeSpan.FromHours(hoursAhead));
        await story.App.LoginAsync(cancellationToken: Cancellation);

        (await story.Storage.GetAllAsync(Cancellation)).Values.ShouldAllBe(token => (token.ExpiresAt - _truth.GetUtcNow() - Lifetime).Duration() <= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_stored_token_that_is_dead_is_found_out_by_its_first_answer()
    {
        var storage = new MemoryTokenStorage();
        await using var story = await StartAsync(-TimeSpan.FromHours(1), storage);
        await StoreAsync(story, storage, endedAgo: TimeSpan.FromMinutes(10));

        for (var request = 0; request < 5; request++)
        {
            await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        }

        story.Emulator.Requests.Count(static request => request.StatusCode == 401).ShouldBe(1);
        story.TokenRequests("refresh_token").ShouldBe(1);
    }

    [Fact]
    public async Task A_stored_token_that_only_seems_dead_costs_one_renewal_where_it_can_be_renewed()
    {
        var storage = new MemoryTokenStorage();
        await using var story = await StartAsync(TimeSpan.FromHours(1), storage);
        await StoreAsync(story, storage, endedAgo: -TimeSpan.FromMinutes(20));

        for (var request = 0; request < 5; request++)
        {
            await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        }

        story.TokenRequests("refresh_token").ShouldBe(1);
        story.Logins.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stored_token_that_only_seems_dead_leads_to_no_login(bool asksFirst)
    {
        var storage = new MemoryTokenStorage();
        await using var story = await StartAsync(TimeSpan.FromHours(72), storage, refreshTokens: false);
        await StoreAsync(story, storage, endedAgo: -TimeSpan.FromMinutes(20), refreshTokens: false);

        if (asksFirst)
        {
            (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeFalse();
        }

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        story.Logins.ShouldBe(0);
        story.Emulator.Requests.Select(static request => request.Path).ShouldBe(
            ["/auth/.well-known/openid-configuration", "/groups/v2/groups/my_groups", "/groups/v2/groups/my_groups"]);
    }

    [Fact]
    public async Task A_stored_token_that_is_dead_leads_to_a_login_after_the_time_was_asked_for_once()
    {
        var storage = new MemoryTokenStorage();
        await using var story = await StartAsync(TimeSpan.Zero, storage, refreshTokens: false, static options => options.OnLoginRequired = LoginRequiredBehavior.Throw);
        await StoreAsync(story, storage, endedAgo: TimeSpan.FromMinutes(10), refreshTokens: false);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            (await story.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
            await Should.ThrowAsync<ExpiredTokenException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));
        }

        story.Emulator.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_the_time_cannot_be_asked_for_the_clock_of_the_machine_has_to_do()
    {
        var storage = new MemoryTokenStorage();
        await using var story = await StartAsync(TimeSpan.Zero, storage, refreshTokens: false);
        await StoreAsync(story, storage, endedAgo: TimeSpan.FromMinutes(10), refreshTokens: false);
        await using var offline = story.Again(build: builder => builder
            .ConfigureOAuthHttpClient(static client => client.AddHttpMessageHandler(static () => new BrokenHandler()))
            .Services.AddSingleton<TimeProvider>(_truth));

        (await offline.App.IsLoginRequiredAsync(Cancellation)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_right_meanwhile_does_no_harm(int hoursAhead)
    {
        var clock = new WrongClock(_truth, TimeSpan.FromHours(hoursAhead));
        await using var story = await StartAsync(clock, new MemoryTokenStorage());
        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        clock.Error = TimeSpan.Zero;

        for (var token = 0; token < 3; token++)
        {
            for (var request = 0; request < 5; request++)
            {
                await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
            }

            _truth.Advance(Lifetime + TimeSpan.FromSeconds(1));
        }

        story.Logins.ShouldBe(1);
        story.TokenRequests("refresh_token").ShouldBeLessThanOrEqualTo(3);
        story.Emulator.Requests.Count(static request => request.StatusCode == 401).ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_client_that_acts_for_itself_keeps_to_the_time_at_globus_too(int hoursAhead)
    {
        await using var story = await AppStory.StartAsync(
            static options =>
            {
                options.ClientId = Seed.Value.Clients[2].Id.ToString();
                options.ClientSecret = Seed.Value.Clients[2].Secret;
                options.LoginFlows.Clear();
            },
            builder => builder.Services.AddSingleton<TimeProvider>(new WrongClock(_truth, TimeSpan.FromHours(hoursAhead))),
            new GlobusEmulatorOptions { TimeProvider = _truth, AccessTokenLifetime = Lifetime });
        for (var token = 1; token <= 3; token++)
        {
            for (var request = 0; request < 5; request++)
            {
                await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
            }

            story.TokenRequests("client_credentials").ShouldBe(token);
            _truth.Advance(Lifetime + TimeSpan.FromSeconds(1));
        }

        story.Emulator.Requests.ShouldAllBe(static request => request.StatusCode == 200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Without_an_app_an_authorizer_keeps_to_the_time_at_globus_too(int hoursAhead)
    {
        await using var emulator = await GlobusEmulator.StartAsync(new GlobusEmulatorOptions { TimeProvider = _truth, AccessTokenLifetime = Lifetime }, Cancellation);
        var clock = new WrongClock(_truth, TimeSpan.FromHours(hoursAhead));
        using var connection = new GlobusConnection(new NullAuthorizer(), new GlobusConnectionOptions { TimeProvider = clock }.UseEmulator(emulator));
        var client = emulator.Seed.Clients[2];
        var loginClient = connection.CreateConfidentialLoginClient(client.Id.ToString(), client.Secret!);
        var authorizer = new ClientCredentialsAuthorizer(
            loginClient, GroupsServer, ["urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships"], options: new() { TimeProvider = clock });
        for (var token = 1; token <= 3; token++)
        {
            for (var request = 0; request < 5; request++)
            {
                (await authorizer.GetAuthorizationHeaderAsync(Cancellation)).ShouldNotBeNull();
            }

            emulator.Requests.Count.ShouldBe(token);
            _truth.Advance(Lifetime + TimeSpan.FromSeconds(1));
        }
    }

    private Task<AppStory> StartAsync(
        TimeSpan ahead, ITokenStorage? storage = null, bool refreshTokens = true, Action<GlobusOptions>? configure = null) =>
        StartAsync(new WrongClock(_truth, ahead), storage ?? new MemoryTokenStorage(), refreshTokens, configure);

    private Task<AppStory> StartAsync(WrongClock clock, ITokenStorage storage, bool refreshTokens = true, Action<GlobusOptions>? configure = null) =>
        AppStory.StartAsync(
            options =>
            {
                options.RequestRefreshTokens = refreshTokens;
                configure?.Invoke(options);
            },
            builder => builder.UseTokenStorage(storage).Services.AddSingleton<TimeProvider>(clock),
            new GlobusEmulatorOptions { TimeProvider = _truth, AccessTokenLifetime = Lifetime });

    /// <summary>Leaves tokens as another program with a right clock would have left them.</summary>
    private async Task StoreAsync(AppStory story, MemoryTokenStorage storage, TimeSpan endedAgo, bool refreshTokens = true)
    {
        var connection = new GlobusConnection(new NullAuthorizer(), new GlobusConnectionOptions { TimeProvider = _truth }.UseEmulator(story.Emulator));
        using (connection)
        {
            var flow = connection.CreateNativeLoginClient(story.Emulator.Seed.Clients[0].Id.ToString()).StartFlow(new AuthorizationFlowOptions
            {
                Scopes = [.. story.App.ScopeRequirements.Values.SelectMany(static scopes => scopes)],
                RequestRefreshTokens = refreshTokens,
            });
            var response = await flow.ExchangeRedirectAsync(story.Emulator.SignIn(flow.AuthorizeUrl, story.UserName), Cancellation);
            await storage.StoreAsync(TokenData.FromResponse(response, (await response.DecodeIdTokenAsync(cancellationToken: Cancellation)).Sub.Value), Cancellation);
        }

        _truth.Advance(Lifetime + endedAgo);
        story.Emulator.ClearRequests();
    }

    private sealed class BrokenHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A handler of the application's own failed.");
    }
}
