using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Globus.Extensions.OAuth;
using Globus.Extensions.OpenId;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.OpenId;

/// <summary>A login client out of a container, and a Globus Auth whose discovery document and keys a test may change.</summary>
internal sealed class IdTokenStory : HttpMessageHandler
{
    public const string ClientId = "00000000-0000-0000-0000-0000000000c1";
    public const string Issuer = "https://auth.globus.org";

    private readonly ServiceProvider _provider;

    public IdTokenStory(Action<GlobusOptions>? configure = null)
    {
        KeySet = TokenForge.KeySet(TokenForge.FirstKey());
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services
            .AddGlobus(options =>
            {
                options.ClientId = ClientId;
                options.TokenStorage = "memory";
                configure?.Invoke(options);
            })
            .ConfigureOAuthHttpClient(client => client.ConfigurePrimaryHttpMessageHandler(() => this));
        _provider = services.BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public GlobusLoginClient Client => _provider.GetRequiredService<GlobusLoginClient>();

    public string Discovery { get; set; } =
        $$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Issuer}}/jwk.json","id_token_signing_alg_values_supported":["RS256","RS384","RS512","PS256","PS384","PS512","HS256","none"]}""";

    public string KeySet { get; set; }

    /// <summary>The ID token of the next answer of the token endpoint.</summary>
    public string? IdToken { get; set; }

    /// <summary>Runs before the keys are given.</summary>
    public Func<CancellationToken, Task>? BeforeKeys { get; set; }

    public int DiscoveryCalls { get; private set; }

    public int KeyCalls { get; private set; }

    public JsonObject Claims() => TokenForge.Claims(Now);

    /// <summary>A response that came from the client.</summary>
    public async Task<OAuthTokenResponse> ReceiveAsync(string idToken, AuthorizationFlow? flow = null)
    {
        IdToken = idToken;
        flow ??= Client.StartFlow(["email"]);
        return await flow.ExchangeCodeAsync("code", TestContext.Current.CancellationToken);
    }

    public async Task<IdTokenClaims> DecodeAsync(string idToken, IdTokenValidationOptions? options = null) =>
        await (await ReceiveAsync(idToken)).DecodeIdTokenAsync(options, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The check that refuses a token; nothing of the token is told.</summary>
    public async Task<IdTokenCheck> RefusalAsync(string idToken, IdTokenValidationOptions? options = null)
    {
        var exception = await Should.ThrowAsync<IdTokenValidationException>(() => DecodeAsync(idToken, options));
        foreach (var part in idToken.Split('.').Where(static part => part.Length > 8))
        {
            exception.ToString().ShouldNotContain(part);
        }

        exception.InnerException.ShouldBeNull();
        return exception.Check;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.RequestUri!.AbsolutePath switch
        {
            "/v2/oauth2/token" => $$"""{"access_token":"{{TokenForge.AccessToken}}","scope":"openid","resource_server":"auth.globus.org","expires_in":60,"id_token":"{{IdToken}}"}""",
            "/.well-known/openid-configuration" => CountDiscovery(),
            "/jwk.json" => await CountKeysAsync(cancellationToken),
            _ => throw new InvalidOperationException($"Nobody expected {request.RequestUri}."),
        };
        request.Headers.Authorization.ShouldBeNull();
        return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _provider.Dispose();
        }

        base.Dispose(disposing);
    }

    private string CountDiscovery()
    {
        DiscoveryCalls++;
        return Discovery;
    }

    private async Task<string> CountKeysAsync(CancellationToken cancellationToken)
    {
        KeyCalls++;
        if (BeforeKeys is { } before)
        {
            await before(cancellationToken);
        }

        return KeySet;
    }
}
