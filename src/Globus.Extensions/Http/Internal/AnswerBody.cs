using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>Takes in the body of an answer within the attempt that got it, so that half a body is a failure which the attempt can mend.</summary>
internal static class AnswerBody
{
    /// <summary>The largest answer that is taken in, in bytes.</summary>
    public const int Limit = 128 * 1024 * 1024;

    /// <summary>Reads the body, if there is one: into memory, unless the request says how to read it while it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Its answer.</param>
    /// <param name="timeIsUp">Ends with the attempt.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="HttpRequestException">The body breaks off, or is too large.</exception>
    public static async ValueTask TakeInAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            // An error says what it has to say in its first part, and one that breaks off or stalls has still been said.
            response.Content = await ErrorContent.ReadAsync(response.Content, timeIsUp, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            if (request.Options.TryGetValue(GlobusRequestOptions.ReadArriving, out var read))
            {
                await read(response, timeIsUp).ConfigureAwait(false);
            }
            else if (request.Method != HttpMethod.Head && response.StatusCode is not HttpStatusCode.NoContent)
            {
                await response.Content.LoadIntoBufferAsync(Limit, timeIsUp).ConfigureAwait(false);
            }
        }
        catch (IOException exception)
        {
            throw new HttpRequestException((exception as HttpIOException)?.HttpRequestError ?? HttpRequestError.ResponseEnded, "The answer broke off.", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The answer's compressed body is broken.", exception);
        }
    }
}
