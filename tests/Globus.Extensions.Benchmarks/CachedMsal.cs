using System.Net;
using System.Text;
using Microsoft.Identity.Client;

namespace Globus.Extensions.Benchmarks;

/// <summary>MSAL with a confidential client whose token endpoint always gives the same token; after the first call it comes from the cache.</summary>
internal sealed class CachedMsal : IMsalHttpClientFactory, IDisposable
{
    private static readonly string[] Scopes = ["https://benchmark.example/.default"];

    private readonly HttpClient _http = new(new TokenEndpoint());
    private readonly IConfidentialClientApplication _application;

    public CachedMsal() => _application = ConfidentialClientApplicationBuilder.Create("00000000-0000-0000-0000-0000000000c1")
        .WithClientSecret("benchmark")
        .WithAuthority("https://login.microsoftonline.com/00000000-0000-0000-0000-0000000000d1", validateAuthority: false)
        .WithInstanceDiscovery(false)
        .WithHttpClientFactory(this)
        .Build();

    public Task<AuthenticationResult> GetAsync() => _application.AcquireTokenForClient(Scopes).ExecuteAsync();

    public HttpClient GetHttpClient() => _http;

    public void Dispose() => _http.Dispose();

    private sealed class TokenEndpoint : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent("""{"token_type":"Bearer","expires_in":172800,"access_token":"AgBenchmarkAccessToken"}""", Encoding.UTF8, "application/json"),
        });
    }
}
