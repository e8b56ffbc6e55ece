namespace Globus.Extensions.Tokens;

/// <summary>A token does not carry all scopes that the app requires: the requirements have grown, or less was granted.</summary>
public sealed class UnmetScopeRequirementsException : TokenValidationException
{
    /// <summary>Creates the exception for scopes that none of the stored tokens holds.</summary>
    /// <param name="requiredScopes">The scopes that were asked for.</param>
    /// <param name="missingScopes">Those among them that no token holds.</param>
    public UnmetScopeRequirementsException(IReadOnlyList<string> requiredScopes, IReadOnlyList<string> missingScopes)
        : base($"No stored token holds the scopes {string.Join(", ", missingScopes)}. Log in again to grant them.") =>
        (RequiredScopes, MissingScopes) = (requiredScopes, missingScopes);

    /// <summary>Creates the exception.</summary>
    /// <param name="resourceServer">The resource server of the token.</param>
    /// <param name="requiredScopes">The scopes that the app requires of it, dependencies written as in a scope string.</param>
    /// <param name="missingScopes">Those among them that were not granted.</param>
    public UnmetScopeRequirementsException(
        string resourceServer, IReadOnlyList<string> requiredScopes, IReadOnlyList<string> missingScopes)
        : base($"The token for '{resourceServer}' lacks required scopes: {string.Join(", ", missingScopes)}. Log in again to grant them.")
    {
        ResourceServer = resourceServer;
        RequiredScopes = requiredScopes;
        MissingScopes = missingScopes;
    }

    private UnmetScopeRequirementsException(UnmetScopeRequirementsException error, string advice)
        : base(error.Message + advice, error.InnerException) =>
        (ResourceServer, RequiredScopes, MissingScopes) = (error.ResourceServer, error.RequiredScopes, error.MissingScopes);

    /// <summary>The resource server of the token; <see langword="null"/> if no token holds the scopes.</summary>
    public string? ResourceServer { get; }

    /// <summary>The scopes that are required.</summary>
    public IReadOnlyList<string> RequiredScopes { get; }

    /// <summary>The required scopes that were not granted.</summary>
    public IReadOnlyList<string> MissingScopes { get; }

    internal override TokenValidationException WithAdvice(string advice) => new UnmetScopeRequirementsException(this, advice);
}
