using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>Gets answers and reads them: what is no success, and what cannot be read, is thrown as the service's exception.</summary>
internal static class ServiceAnswer
{
    /// <summary>Sends a request; an answer that is no success is thrown.</summary>
    public static async Task<HttpResponseMessage> GetAsync(
        HttpClient httpClient, HttpRequestMessage request, GlobusService service, CancellationToken cancellationToken)
    {
        var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ApiErrorParser.FromResponseAsync(service, response, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the JSON of an answer by its contract and takes out of it what was asked for.</summary>
    public static Task<T> ReadAsync<TDocument, T>(
        HttpResponseMessage response, GlobusService service, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken) =>
        ReadAsync(response, service, stream => DeserializeAsync(stream, typeInfo, pick, cancellationToken), cancellationToken);

    /// <summary>Reads the JSON of an answer that is not in memory yet, while it arrives.</summary>
    public static async Task<T> ReadArrivingAsync<TDocument, T>(
        HttpResponseMessage response, GlobusService service, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken)
    {
        using var body = new ArrivingBody(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            return await DeserializeAsync(body, typeInfo, pick, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            // Only what came whole is unreadable for good. If the rest breaks off, that is the trouble.
            await body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            throw ApiErrorParser.CreateUnreadable(service, response, body.Beginning, body.IsClipped, exception);
        }
    }

    /// <summary>Reads the body of an answer. The reader throws a <see cref="JsonException"/> for what is not as it should be.</summary>
    public static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, GlobusService service, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            // Not disposed here: the response does it, and an exception shows what stood in it.
            return await read(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw await ApiErrorParser.FromUnreadableAsync(service, response, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<T> DeserializeAsync<TDocument, T>(Stream stream, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken)
    {
        var document = await JsonSerializer.DeserializeAsync(stream, typeInfo, cancellationToken).ConfigureAwait(false)
            ?? throw new JsonException("The answer is null.");
        try
        {
            return pick(document) ?? throw new JsonException("The answer does not hold what was asked for.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // What is kept as JSON may be of no use as such: half of a surrogate pair ("\ud800") cannot become a text, and a member may come twice.
            throw new JsonException(exception.Message, exception);
        }
    }
}
