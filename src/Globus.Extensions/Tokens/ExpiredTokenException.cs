using System.Globalization;

namespace Globus.Extensions.Tokens;

/// <summary>The stored access token has expired and nothing can renew it.</summary>
public sealed class ExpiredTokenException : TokenValidationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="resourceServer">The resource server whose token has expired.</param>
    /// <param name="expiresAt">When it expired.</param>
    /// <param name="innerException">Why it could not be renewed, if that was tried.</param>
    public ExpiredTokenException(string resourceServer, DateTimeOffset expiresAt, Exception? innerException = null)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The token for '{resourceServer}' expired at {expiresAt:u}. Log in again; ask for refresh tokens to stay logged in for longer."),
            innerException)
    {
        ResourceServer = resourceServer;
        ExpiresAt = expiresAt;
    }

    private ExpiredTokenException(ExpiredTokenException error, string advice)
        : base(error.Message + advice, error.InnerException) => (ResourceServer, ExpiresAt) = (error.ResourceServer, error.ExpiresAt);

    /// <summary>The resource server whose token has expired.</summary>
    public string ResourceServer { get; }

    /// <summary>When it expired.</summary>
    public DateTimeOffset ExpiresAt { get; }

    internal override TokenValidationException WithAdvice(string advice) => new ExpiredTokenException(this, advice);
}
