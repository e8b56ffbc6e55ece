using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>Reads answers, and makes the service's exception of those that are errors or cannot be read.</summary>
internal static class JsonAnswer
{
    /// <summary>Throws what the answer says, unless it is a success. The answer is disposed then.</summary>
    public static async Task<HttpResponseMessage> ThrowIfErrorAsync(GlobusService service, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ApiErrorParser.FromResponseAsync(service, response, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the JSON of a successful answer, which stays the caller's.</summary>
    /// <param name="service">Who answered.</param>
    /// <param name="response">The answer.</param>
    /// <param name="typeInfo">How to read it.</param>
    /// <param name="pick">Takes what is wanted out of the document; <see langword="null"/> means that it is not there.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<T> ReadAsync<TDocument, T>(
        GlobusService service, HttpResponseMessage response, JsonTypeInfo<TDocument> typeInfo, Func<TDocument, T?> pick, CancellationToken cancellationToken)
    {
        try
        {
            // Not disposed here: the response does it, and an exception shows what stood in it.
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var document = await JsonSerializer.DeserializeAsync(stream, typeInfo, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("The answer is null.");
            return pick(document) ?? throw new JsonException("The answer does not hold what was asked for.");
        }
        catch (JsonException exception)
        {
            throw await ApiErrorParser.FromUnreadableAsync(service, response, exception, cancellationToken).ConfigureAwait(false);
        }
    }
}
