using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Emulator;
using Globus.Extensions.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>An emulator, and containers whose app works with it through the real pipeline.</summary>
internal sealed class EmulatedGlobus : IAsyncDisposable
{
    public const string Ada = "ada@example.org";
    public const string WebRedirectUri = "http://127.0.0.1:5000/signin-globus";

    private readonly List<ServiceProvider> _providers = [];

    private EmulatedGlobus(GlobusEmulator emulator) => Emulator = emulator;

    public GlobusEmulator Emulator { get; }

    public EmulatorClient Native => Emulator.Seed.Clients[0];

    public EmulatorClient Web => Emulator.Seed.Clients[1];

    public EmulatorClient ServiceAccount => Emulator.Seed.Clients[2];

    public static async Task<EmulatedGlobus> StartAsync(GlobusEmulatorOptions? options = null) =>
        new(await GlobusEmulator.StartAsync(options, TestContext.Current.CancellationToken));

    public ServiceProvider Provide(Action<GlobusOptions>? configure = null, Action<GlobusBuilder>? build = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddGlobus(options => configure?.Invoke(options)).UseEmulator(Emulator);
        build?.Invoke(builder);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        _providers.Add(provider);
        return provider;
    }

    public GlobusLoginClient NativeClient(Action<GlobusBuilder>? build = null) =>
        Provide(build: build).GetRequiredService<GlobusLoginClient>();

    public ConfidentialLoginClient ConfidentialClient(EmulatorClient client, Action<GlobusOptions>? configure = null) =>
        (ConfidentialLoginClient)Provide(options =>
        {
            options.ClientId = client.Id.ToString();
            options.ClientSecret = client.Secret;
            configure?.Invoke(options);
        }).GetRequiredService<GlobusLoginClient>();

    /// <summary>What a person does in the browser, and the tokens that come of it.</summary>
    public Task<OAuthTokenResponse> FinishAsync(AuthorizationFlow flow, string userName = Ada) =>
        flow.ExchangeRedirectAsync(Emulator.SignIn(flow.AuthorizeUrl, userName), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await Emulator.DisposeAsync();
    }
}
