namespace Globus.Extensions.Tokens;

/// <summary>New tokens belong to another identity than the stored ones, and were not stored; or the stored ones belong to several.</summary>
public sealed class IdentityMismatchException : TokenValidationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="storedIdentityId">The id of the identity whose tokens are stored.</param>
    /// <param name="newIdentityId">The id of the identity that has logged in.</param>
    public IdentityMismatchException(string storedIdentityId, string newIdentityId)
        : base($"The tokens just granted belong to the identity {newIdentityId}, the stored ones to {storedIdentityId}. "
            + "Log in as the identity of the stored tokens, or log out first.") =>
        (StoredIdentityId, NewIdentityId) = (storedIdentityId, newIdentityId);

    private IdentityMismatchException(string message, string storedIdentityId, string otherIdentityId)
        : base(message) => (StoredIdentityId, NewIdentityId) = (storedIdentityId, otherIdentityId);

    /// <summary>The id of the identity whose tokens are stored.</summary>
    public string StoredIdentityId { get; }

    /// <summary>The id of the identity that the new tokens belong to, or other stored ones.</summary>
    public string NewIdentityId { get; }

    internal static IdentityMismatchException AmongStored(string one, string other) => new(
        $"The stored tokens belong to several identities, {one} and {other}. Log out, which removes them all, and log in again.", one, other);
}
