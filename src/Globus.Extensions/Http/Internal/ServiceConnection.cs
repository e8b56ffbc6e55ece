using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Diagnostics.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Http.Internal;

/// <summary>What a service client and its operation groups send their requests through.</summary>
internal sealed record ServiceConnection(HttpClient HttpClient, RequestAuthorization Authorization, GlobusService Service)
{
    /// <summary>The clock of operations that wait.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where operations that take long say what they see.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>What operations that take long are watched by.</summary>
    public Telemetry Telemetry { get; init; } = Telemetry.Default;

    /// <summary>Sends a request to any route of the service; an answer that is no success is thrown.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = Resolve(request.RequestUri);
        request.Options.Set(GlobusRequestOptions.Authorization, Authorization);
        return ServiceAnswer.GetAsync(HttpClient, request, Service, cancellationToken);
    }

    /// <summary>Sends a request to any route of the service and reads the JSON of its answer.</summary>
    public async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await ServiceAnswer.ReadAsync(response, Service, typeInfo, static document => document, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a document.</summary>
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, typeInfo, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a document and takes out of it what was asked for.</summary>
    public Task<T> GetAsync<TDocument, T>(string path, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, content: null, typeInfo, pick, cancellationToken);

    /// <summary>Gets a page of a list, which may be large: it is read while it arrives, and asked for again if it breaks off.</summary>
    public async Task<T> GetPageAsync<TDocument, T>(string path, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await GetPageOnceAsync(path, typeInfo, pick, cancellationToken).ConfigureAwait(false);
        }
        catch (GlobusApiException exception) when (IsOfOneMember(exception.InnerException) && ForgivingResolver.Find(typeInfo) is not null)
        {
            // What came is gone. It is asked for again, to be read with that member aside.
            return await GetPageOnceAsync(path, ForgivingResolver.Find(typeInfo)!, pick, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a body, which must be one that can be sent again, and takes out of the answer what was asked for.</summary>
    public Task<T> SendAsync<TDocument, T>(
        HttpMethod method, string path, HttpContent? content, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken) =>
        SendAsync(method, path, content, RequestReplay.ByMethod, typeInfo, pick, cancellationToken);

    /// <summary>Sends a body, which must be one that can be sent again, and takes out of the answer what was asked for.</summary>
    public async Task<T> SendAsync<TDocument, T>(
        HttpMethod method, string path, HttpContent? content, RequestReplay replay, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Options.Set(GlobusRequestOptions.Replay, replay);
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await ServiceAnswer.ReadAsync(response, Service, typeInfo, pick, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a body, which must be one that can be sent again, and reads the answer.</summary>
    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, RequestReplay replay, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Options.Set(GlobusRequestOptions.Replay, replay);
        return await SendAsync(request, typeInfo, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes something, and reads nothing of the answer.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes something. The answer shows it once more, unless an earlier attempt whose answer was lost had deleted it.</summary>
    public async Task<T?> DeleteAsync<TDocument, T>(string path, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.NoContent
            ? null
            : await ServiceAnswer.ReadAsync(response, Service, typeInfo, pick, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> GetPageOnceAsync<TDocument, T>(string path, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken)
        where T : class
    {
        T? page = null;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Options.Set(
            GlobusRequestOptions.ReadArriving,
            async (response, timeIsUp) => page = await ServiceAnswer.ReadArrivingAsync(response, Service, typeInfo, pick, timeIsUp).ConfigureAwait(false));
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return page ?? await ServiceAnswer.ReadArrivingAsync(response, Service, typeInfo, pick, cancellationToken).ConfigureAwait(false); // A handler of the application has answered.
    }

    // A member of an item, that is; not the item, nor the page. JSON that ends or breaks within a member is not told from it, and fails again.
    private static bool IsOfOneMember(Exception? exception) => exception is JsonException { Path: { } path } && path.Contains("].", StringComparison.Ordinal);

    // A path that begins with a slash would otherwise replace the path of the base URL.
    private Uri Resolve(Uri? uri) => uri switch
    {
        null => Authorization.BaseUrl,
        { IsAbsoluteUri: true } when !uri.IsFile => uri,
        _ => new Uri(Authorization.BaseUrl, uri.OriginalString.TrimStart('/')),
    };
}
