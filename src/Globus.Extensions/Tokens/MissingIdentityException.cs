namespace Globus.Extensions.Tokens;

/// <summary>New tokens came without an ID token, so it is not known whose they are. They were not stored.</summary>
public sealed class MissingIdentityException : TokenValidationException
{
    /// <summary>Creates the exception.</summary>
    public MissingIdentityException()
        : base("The tokens just granted do not say whose they are. Log in with the scope 'openid' among those required.")
    {
    }
}
