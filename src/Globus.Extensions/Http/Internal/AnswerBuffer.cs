using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>Reads an answer within the attempt that got it, so that half a body is a failure which the attempt can mend.</summary>
internal static class AnswerBuffer
{
    /// <summary>The largest answer that is read at once, in bytes.</summary>
    public const int Limit = 128 * 1024 * 1024;

    public static async ValueTask FillAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            // An error says what it has to say in its first part, and one that breaks off has still been said.
            response.Content = await ErrorContent.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (request.Method == HttpMethod.Head
            || response.StatusCode is HttpStatusCode.NoContent
            || (request.Options.TryGetValue(GlobusRequestOptions.Streamed, out var streamed) && streamed))
        {
            return;
        }

        await response.Content.LoadIntoBufferAsync(Limit, cancellationToken).ConfigureAwait(false);
    }
}
