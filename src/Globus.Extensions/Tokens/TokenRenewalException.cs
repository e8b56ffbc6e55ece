namespace Globus.Extensions.Tokens;

/// <summary>An access token could not be renewed: a login is required.</summary>
/// <remarks>The usual cause is a refresh token that was revoked or unused for too long.</remarks>
public sealed class TokenRenewalException : GlobusException
{
    /// <summary>Creates the exception. Neither the reason nor the cause may hold any part of a token.</summary>
    /// <param name="resourceServer">The resource server whose token could not be renewed.</param>
    /// <param name="reason">Why not, as a sentence with its full stop; <see langword="null"/> if nothing more is known.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public TokenRenewalException(string resourceServer, string? reason = null, Exception? innerException = null)
        : base(
            reason is null
                ? $"The token for '{resourceServer}' could not be renewed: a login is required. Log in again."
                : $"The token for '{resourceServer}' could not be renewed: a login is required. {reason} Log in again.",
            innerException) =>
        (ResourceServer, Reason) = (resourceServer, reason);

    /// <summary>The resource server whose token could not be renewed.</summary>
    public string ResourceServer { get; }

    /// <summary>Why not, for a text that says more.</summary>
    internal string? Reason { get; }
}
