namespace Globus.Extensions.Tokens;

/// <summary>A token storage could not be read or written. The message names the place, the trouble and the way out.</summary>
/// <remarks>Nothing that was stored is lost: a storage that cannot be understood is left as it is. No message holds a token.</remarks>
public sealed class TokenStorageException : GlobusException
{
    /// <summary>Creates the exception. Neither text may hold any part of a token.</summary>
    /// <param name="message">What was wrong, where, and what to do.</param>
    /// <param name="location">The place of the storage: a file path, a table, a server.</param>
    /// <param name="innerException">What caused it, if anything. Its message must not hold a token either.</param>
    public TokenStorageException(string message, string? location = null, Exception? innerException = null)
        : base(message, innerException) =>
        Location = location;

    /// <summary>The place of the storage, such as the full path of its file; <see langword="null"/> if it has none.</summary>
    public string? Location { get; }
}
