using System.Net;
using System.Text;
using Globus.Extensions.OAuth;
using Globus.Extensions.OpenId;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Benchmarks;

/// <summary>A login client out of a container, whose Globus Auth knows its document and its keys only.</summary>
internal sealed class WarmClient : IDisposable
{
    private readonly ServiceProvider _provider;

    public WarmClient(string issuer, string clientId, GlobusJsonWebKey key)
    {
        var services = new ServiceCollection();
        services
            .AddGlobus(options =>
            {
                options.ClientId = clientId;
                options.TokenStorage = "memory";
            })
            .ConfigureOAuthHttpClient(client => client.ConfigurePrimaryHttpMessageHandler(() => new Documents(issuer, key)));
        _provider = services.BuildServiceProvider();
        Client = _provider.GetRequiredService<GlobusLoginClient>();
    }

    public GlobusLoginClient Client { get; }

    public void Dispose() => _provider.Dispose();

    private sealed class Documents(string issuer, GlobusJsonWebKey key) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var json = request.RequestUri!.AbsolutePath == "/jwk.json"
                ? $$"""{"keys":[{"kty":"RSA","use":"sig","alg":"RS512","n":"{{key.N}}","e":"{{key.E}}"}]}"""
                : $$"""{"issuer":"{{issuer}}","jwks_uri":"{{issuer}}/jwk.json","id_token_signing_alg_values_supported":["RS512"]}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(json, Encoding.UTF8, "application/json") });
        }
    }
}
