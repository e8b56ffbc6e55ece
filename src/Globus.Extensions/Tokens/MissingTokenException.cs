namespace Globus.Extensions.Tokens;

/// <summary>No token of a resource server is stored: nobody has logged in yet, or not for this service.</summary>
public sealed class MissingTokenException : TokenValidationException
{
    /// <summary>Creates the exception for a storage that holds no token at all.</summary>
    public MissingTokenException()
        : base("No token is stored. Log in first.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="resourceServer">The resource server whose token is missing.</param>
    public MissingTokenException(string resourceServer)
        : base($"No token for '{resourceServer}' is stored. Log in first, with the scopes of this resource server among those required.") =>
        ResourceServer = resourceServer;

    private MissingTokenException(MissingTokenException error, string advice)
        : base(error.Message + advice, error.InnerException) => ResourceServer = error.ResourceServer;

    /// <summary>The resource server whose token is missing; <see langword="null"/> if nothing is stored at all.</summary>
    public string? ResourceServer { get; }

    internal override TokenValidationException WithAdvice(string advice) => new MissingTokenException(this, advice);
}
