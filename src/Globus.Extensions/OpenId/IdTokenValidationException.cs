namespace Globus.Extensions.OpenId;

/// <summary>An ID token failed a check, so nothing that it says may be believed. The exception never holds the token.</summary>
public sealed class IdTokenValidationException : GlobusException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="check">The check that failed.</param>
    /// <param name="reason">What was wrong and what to do, without anything secret.</param>
    public IdTokenValidationException(IdTokenCheck check, string reason)
        : base($"The check {check} of an ID token failed: {reason}") => Check = check;

    /// <summary>The check that failed.</summary>
    public IdTokenCheck Check { get; }
}
