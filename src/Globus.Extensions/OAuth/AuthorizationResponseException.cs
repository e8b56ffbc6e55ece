namespace Globus.Extensions.OAuth;

/// <summary>
/// The answer to an authorization request (RFC 6749, section 4.1.2) was an error, such as a denied consent, or is not the answer to
/// this request.
/// </summary>
public sealed class AuthorizationResponseException : LoginFlowException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, and what to do.</param>
    /// <param name="error">The OAuth error code, if the answer has one.</param>
    /// <param name="errorDescription">The description that came with it, if any.</param>
    public AuthorizationResponseException(string message, string? error = null, string? errorDescription = null)
        : base(message)
    {
        Error = error;
        ErrorDescription = errorDescription;
    }

    /// <summary>The OAuth error code (<c>access_denied</c>), or <see langword="null"/> if the answer was refused here.</summary>
    public string? Error { get; }

    /// <summary>The server's description of the error. It comes from outside: escape it where it is shown.</summary>
    public string? ErrorDescription { get; }
}
