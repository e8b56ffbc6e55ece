using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>An emulator of the test's own, and a plain HTTP client that keeps cookies and follows no redirect.</summary>
internal sealed class EmulatorDriver : IAsyncDisposable
{
    private EmulatorDriver(GlobusEmulator emulator)
    {
        Emulator = emulator;
        Http = NewBrowser();
    }

    public GlobusEmulator Emulator { get; }

    public HttpClient Http { get; }

    public static async Task<EmulatorDriver> StartAsync(GlobusEmulatorOptions? options = null) =>
        new(await GlobusEmulator.StartAsync(options, TestContext.Current.CancellationToken));

    public HttpClient NewBrowser() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Emulator.BaseUrl };

    public async Task<Answer> GetAsync(string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, token);
    }

    public async Task<Answer> SendJsonAsync(HttpMethod method, string path, string token, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        return await SendAsync(request, token);
    }

    /// <summary>Any request: with a bearer token, with a client's credentials, or with neither.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? token = null, (string Id, string Secret)? client = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = client is { } basic ? Basic(basic) : null;
        return await SendAsync(request, token);
    }

    public async Task<Answer> PostAsync(string path, (string Id, string Secret)? client, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(form) };
        if (client is { } basic)
        {
            request.Headers.Authorization = Basic(basic);
        }

        return await SendAsync(request, token: null);
    }

    public Task<Answer> TokenAsync((string Id, string Secret)? client, params (string Name, string Value)[] form) =>
        PostAsync("auth/v2/oauth2/token", client, form);

    /// <summary>The authorize URL of a native client; a value of null leaves a parameter out, another replaces it.</summary>
    public Uri AuthorizeUrl(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = Native,
            ["redirect_uri"] = NativeRedirect,
            ["scope"] = "openid profile email",
            ["state"] = "some state",
            ["response_type"] = "code",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
            ["access_type"] = "online",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return new Uri(QueryHelpers.AddQueryString(Emulator.AuthUrl + "v2/oauth2/authorize", parameters.Where(pair => pair.Value is not null)));
    }

    public string SignIn(params (string Name, string? Value)[] changes) => Query(Emulator.SignIn(AuthorizeUrl(changes), Ada))["code"];

    public Task<Answer> ExchangeAsync(string code, string verifier = Verifier) => TokenAsync(
        null,
        ("grant_type", "authorization_code"),
        ("client_id", Native),
        ("code", code),
        ("redirect_uri", NativeRedirect),
        ("code_verifier", verifier));

    /// <summary>A native login through to the tokens.</summary>
    public Task<Answer> LoginAsync(params (string Name, string? Value)[] changes) => ExchangeAsync(SignIn(changes));

    public async Task<string> AccessTokenAsync(string scope, string userName = Ada)
    {
        var redirect = Emulator.SignIn(AuthorizeUrl(("scope", scope)), userName);
        return (await ExchangeAsync(Query(redirect)["code"]))["access_token"];
    }

    public async Task<string> ServiceTokenAsync(string scope) =>
        (await TokenAsync((Service, ServiceSecret), ("grant_type", "client_credentials"), ("scope", scope)))["access_token"];

    public static Dictionary<string, string> Query(Uri uri) =>
        QueryHelpers.ParseQuery(uri.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] form) =>
        new(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>The hidden id that a page's form carries.</summary>
    public static string Interaction(Answer page) => page.Body.Split("name=\"interaction\" value=\"")[1].Split('"')[0];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    private static AuthenticationHeaderValue Basic((string Id, string Secret) client) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}")));

    private async Task<Answer> SendAsync(HttpRequestMessage request, string? token)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await Answer.ReadAsync(await Http.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
