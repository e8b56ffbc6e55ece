using System.Diagnostics.Metrics;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Emulator;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Apps;

/// <summary>One emulator and one app on it, from registration to wire; the login flow signs in whom the test says, and counts.</summary>
internal sealed class AppStory : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _logins;

    private readonly bool _ownsEmulator;

    private AppStory(GlobusEmulator emulator, bool ownsEmulator, Action<GlobusOptions>? configure, Action<GlobusBuilder>? build)
    {
        (Emulator, _ownsEmulator) = (emulator, ownsEmulator);
        var services = new ServiceCollection();
        var builder = services.AddGlobus(options =>
        {
            if (options.Kind is null && options.ClientSecret is null)
            {
                options.LoginFlows.Add("story");
            }

            configure?.Invoke(options);
        }).UseEmulator(emulator).AddLoginFlow("story", (_, _, loginClient, settings) => new Flow(this, loginClient, settings));
        build?.Invoke(builder);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public GlobusEmulator Emulator { get; }

    public string UserName { get; set; } = "ada@example.org";

    public int Logins => _logins;

    public GlobusAuthorizationParameters? LastParameters { get; private set; }

    /// <summary>The settings of the flow that ran last.</summary>
    public LoginFlowSettings? LastSettings { get; private set; }

    public Func<CancellationToken, Task>? BeforeLogin { get; set; }

    /// <summary>What somebody on the way makes of the authorize URL.</summary>
    public Func<Uri, Uri>? ChangeAuthorizeUrl { get; set; }

    /// <summary>The ID token to return in place of the real one, by a response made by hand.</summary>
    public Func<OAuthTokenResponse, string?>? SwapIdToken { get; set; }

    public IGlobusApp App => _services.GetRequiredService<IGlobusApp>();

    public GroupsClient Groups => _services.GetRequiredService<GroupsClient>();

    public AuthClient Auth => _services.GetRequiredService<AuthClient>();

    public TransferClient Transfer => _services.GetRequiredService<TransferClient>();

    /// <summary>Where the meters of this program come from, and of no other in this process.</summary>
    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public ITokenStorage Storage => _services.GetRequiredService<ITokenStorage>();

    public int TokenRequests(string grantType) => Emulator.Requests.Count(request => request.GrantType == grantType);

    public static async Task<AppStory> StartAsync(
        Action<GlobusOptions>? configure = null, Action<GlobusBuilder>? build = null, GlobusEmulatorOptions? emulator = null) =>
        new(await GlobusEmulator.StartAsync(emulator, TestContext.Current.CancellationToken), true, configure, build);

    /// <summary>The same program once more: another app on the same emulator, with what is stored.</summary>
    public AppStory Again(Action<GlobusOptions>? configure = null, Action<GlobusBuilder>? build = null) => new(Emulator, false, configure, builder =>
    {
        builder.UseTokenStorage(Storage);
        build?.Invoke(builder);
    });

    /// <summary>How often the consents were asked for.</summary>
    public int ConsentRequests => Emulator.Requests.Count(static request => request.Path.EndsWith("/consents", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsEmulator)
        {
            await Emulator.DisposeAsync();
        }
    }

    private sealed class Flow(AppStory story, GlobusLoginClient loginClient, LoginFlowSettings settings) : LoginFlowManager(loginClient, settings)
    {
        public override bool IsAvailable => true;

        public override async Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref story._logins);
            (story.LastParameters, story.LastSettings) = (parameters, Settings);
            if (story.BeforeLogin is { } before)
            {
                await before(cancellationToken);
            }

            var flow = StartFlow(parameters);
            var url = story.ChangeAuthorizeUrl is { } change ? change(flow.AuthorizeUrl) : flow.AuthorizeUrl;
            var response = await flow.ExchangeRedirectAsync(story.Emulator.SignIn(url, story.UserName), cancellationToken);
            return story.SwapIdToken is { } swap ? new OAuthTokenResponse(response.Tokens, swap(response)) : response;
        }
    }
}
