using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>Sends the requests of a login client, and reads their answers.</summary>
internal sealed class OAuthTransport(HttpClient httpClient, Uri authUrl, ServerClock clock)
{
    /// <summary>Who calls: says so in a header, or in the form.</summary>
    public delegate void Authentication(HttpRequestMessage request, List<KeyValuePair<string, string>> form);

    /// <summary>Posts a form and leaves the answer alone.</summary>
    public async Task PostAsync(OAuthRequest form, Authentication authenticate, CancellationToken cancellationToken)
    {
        using var response = await SendFormAsync(form, authenticate, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts a form and reads the JSON of the answer.</summary>
    public async Task<T> PostAsync<T>(OAuthRequest form, Authentication authenticate, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var response = await SendFormAsync(form, authenticate, cancellationToken).ConfigureAwait(false);
        return await ServiceAnswer.ReadAsync(
            response,
            GlobusService.Auth,
            async stream =>
            {
                using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
                return read(document.RootElement);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts a form and reads the answer by its contract.</summary>
    public async Task<T> PostAsync<T>(OAuthRequest form, Authentication authenticate, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        using var response = await SendFormAsync(form, authenticate, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, typeInfo, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts JSON, with the credentials of the client or without any, and reads the answer by its contract.</summary>
    public async Task<T> PostAsync<T>(
        string path, HttpContent json, AuthenticationHeaderValue? credentials, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(authUrl, path)) { Content = json };
        request.Headers.Authorization = credentials;
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, typeInfo, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a public document, without saying who asks.</summary>
    public async Task<T> GetAsync<T>(Uri address, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(authUrl, address));
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, typeInfo, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for nothing but the time, which whatever is answered tells.</summary>
    public async Task AskTimeAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(authUrl, address));
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        var askedAt = clock.GetTimestamp();
        using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        clock.Observe(response, askedAt);
    }

    private async Task<HttpResponseMessage> SendFormAsync(OAuthRequest form, Authentication authenticate, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> fields = [.. form.Fields];
        var query = new StringBuilder();
        foreach (var (name, value) in form.Query)
        {
            QueryText.Append(query, name, value);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(authUrl, form.Path + query));
        request.Options.Set(GlobusRequestOptions.Replay, form.Replay);
        authenticate(request, fields);
        request.Content = new FormUrlEncodedContent(fields);
        var askedAt = clock.GetTimestamp();
        var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        clock.Observe(response, askedAt); // Unlike that of a document, this answer was made for us just now and comes from no cache.
        return response;
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        ServiceAnswer.GetAsync(httpClient, request, GlobusService.Auth, cancellationToken);

    private static Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken) =>
        ServiceAnswer.ReadAsync(response, GlobusService.Auth, typeInfo, static document => document, cancellationToken);
}
