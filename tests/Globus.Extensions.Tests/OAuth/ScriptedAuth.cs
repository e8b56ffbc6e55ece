using Globus.Extensions.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>A login client out of a container, with a script in place of Globus Auth.</summary>
internal sealed class ScriptedAuth : IDisposable
{
    public const string ClientId = "00000000-0000-0000-0000-0000000000c1";

    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private readonly ServiceProvider _provider;

    private ScriptedAuth(ScriptedHandler handler, Action<GlobusOptions>? configure)
    {
        Handler = handler;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ImpatientClock(Now.AddMilliseconds(900)));
        services
            .AddGlobus(options =>
            {
                options.ClientId = ClientId;
                options.TokenStorage = "memory";
                configure?.Invoke(options);
            })
            .ConfigureOAuthHttpClient(client => client.ConfigurePrimaryHttpMessageHandler(() => handler));
        _provider = services.BuildServiceProvider();
    }

    public ScriptedHandler Handler { get; }

    public GlobusLoginClient Client => _provider.GetRequiredService<GlobusLoginClient>();

    public ConfidentialLoginClient Confidential => (ConfidentialLoginClient)Client;

    public NativeLoginClient NativeClient => (NativeLoginClient)Client;

    public static ScriptedAuth Native(params Func<HttpResponseMessage>[] answers) => new(new ScriptedHandler(answers), null);

    public static ScriptedAuth WithSecret(string secret, params Func<HttpResponseMessage>[] answers) =>
        new(new ScriptedHandler(answers), options => options.ClientSecret = secret);

    public static ScriptedAuth With(Action<GlobusOptions> configure, params Func<HttpResponseMessage>[] answers) =>
        new(new ScriptedHandler(answers), configure);

    public void Dispose() => _provider.Dispose();
}
