using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>Gets answers and reads them: what is no success, and what cannot be read, is thrown as the service's exception.</summary>
internal static class ServiceAnswer
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

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
        ReadAsync(
            response,
            service,
            async stream =>
            {
                var document = await ReadAsync(stream, typeInfo, cancellationToken).ConfigureAwait(false) ?? throw new JsonException("The answer is null.");
                return pick(document) ?? throw new JsonException("The answer does not hold what was asked for.");
            },
            cancellationToken);

    /// <summary>Reads a page of a list: out of one piece of memory if it stands in one, which is faster.</summary>
    public static async Task<T> ReadPageAsync<T>(
        HttpResponseMessage response, GlobusService service, JsonTypeInfo<T> typeInfo, Func<T, bool> isPage, CancellationToken cancellationToken)
    {
        if (response.Content is not PooledContent content || !content.TryGetBytes(out var bytes))
        {
            return await ReadAsync(response, service, typeInfo, page => isPage(page) ? page : default, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var json = bytes.Span.StartsWith(Utf8Mark) ? bytes.Span[Utf8Mark.Length..] : bytes.Span;
            return Read(json, typeInfo) is { } page && isPage(page) ? page : throw new JsonException("The answer does not hold what was asked for.");
        }
        catch (JsonException exception)
        {
            throw await ApiErrorParser.FromUnreadableAsync(service, response, exception, cancellationToken).ConfigureAwait(false);
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

    // What cannot be read is read once more, with less strictness, where there is such a way.
    private static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            return JsonSerializer.Deserialize(json, typeInfo);
        }
        catch (JsonException) when (ForgivingResolver.Find(typeInfo) is not null)
        {
            return JsonSerializer.Deserialize(json, ForgivingResolver.Find(typeInfo)!);
        }
    }

    private static async ValueTask<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(stream, typeInfo, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException) when (stream.CanSeek && ForgivingResolver.Find(typeInfo) is not null)
        {
            stream.Position = 0;
            return await JsonSerializer.DeserializeAsync(stream, ForgivingResolver.Find(typeInfo)!, cancellationToken).ConfigureAwait(false);
        }
    }
}
