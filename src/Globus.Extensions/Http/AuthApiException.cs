using System.Net;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Http;

/// <summary>Globus Auth answered with an error.</summary>
public sealed class AuthApiException : GlobusApiException
{
    /// <summary>Creates an exception by hand, for tests and stand-ins of the clients.</summary>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="code">The code that the service gave, if any.</param>
    /// <param name="apiMessage">The text that the service gave, if any.</param>
    public AuthApiException(HttpStatusCode statusCode, string? code = null, string? apiMessage = null)
        : base(statusCode, code, apiMessage)
    {
    }

    internal AuthApiException(ApiErrorDetails details)
        : base(details)
    {
    }
}
