namespace Globus.Extensions.Tokens;

/// <summary>New tokens belong to another identity than the stored ones. They were not stored.</summary>
public sealed class IdentityMismatchException : TokenValidationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="storedIdentityId">The id of the identity whose tokens are stored.</param>
    /// <param name="newIdentityId">The id of the identity that has logged in.</param>
    public IdentityMismatchException(string storedIdentityId, string newIdentityId)
        : base($"The tokens just granted belong to the identity {newIdentityId}, the stored ones to {storedIdentityId}. "
            + "Log in as the identity of the stored tokens, or log out first.")
    {
        StoredIdentityId = storedIdentityId;
        NewIdentityId = newIdentityId;
    }

    /// <summary>The id of the identity whose tokens are stored.</summary>
    public string StoredIdentityId { get; }

    /// <summary>The id of the identity that the new tokens belong to.</summary>
    public string NewIdentityId { get; }
}
