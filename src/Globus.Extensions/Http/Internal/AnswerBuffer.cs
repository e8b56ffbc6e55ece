using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>Reads an answer within the attempt that got it, so that half a body is a failure which the attempt can mend.</summary>
internal static class AnswerBuffer
{
    /// <summary>The largest answer that is read at once, in bytes.</summary>
    public const int Limit = 128 * 1024 * 1024;

    /// <summary>Reads the body, if there is one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Its answer.</param>
    /// <param name="timeIsUp">Ends with the attempt.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async ValueTask FillAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            // An error says what it has to say in its first part, and one that breaks off or stalls has still been said.
            response.Content = await ErrorContent.ReadAsync(response.Content, timeIsUp, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (request.Method == HttpMethod.Head || response.StatusCode is HttpStatusCode.NoContent)
        {
            return;
        }

        try
        {
            if (request.Options.TryGetValue(GlobusRequestOptions.IsPage, out var isPage) && isPage)
            {
                response.Content = await PooledContent.ReadAsync(response.Content, Limit, timeIsUp).ConfigureAwait(false);
            }
            else
            {
                await response.Content.LoadIntoBufferAsync(Limit, timeIsUp).ConfigureAwait(false);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The answer's compressed body is broken.", exception);
        }
    }
}
