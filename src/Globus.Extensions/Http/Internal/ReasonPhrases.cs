using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>The usual reason phrase of a status, for responses that come without one, as all do over HTTP/2.</summary>
internal static class ReasonPhrases
{
    public static string? Of(HttpStatusCode statusCode)
    {
        // The table is inside HttpResponseMessage, which answers by it as long as no phrase was set.
        using var response = new HttpResponseMessage(statusCode);
        return response.ReasonPhrase;
    }
}
