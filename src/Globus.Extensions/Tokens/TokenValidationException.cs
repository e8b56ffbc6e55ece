namespace Globus.Extensions.Tokens;

/// <summary>The stored tokens, or newly granted ones, are not what the app needs. The derived types say why.</summary>
public abstract class TokenValidationException : GlobusException
{
    private protected TokenValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The same exception with the way out for a program that nobody watches.</summary>
    internal virtual TokenValidationException WithAdvice(string advice) => this;
}
