namespace Globus.Extensions.Tokens.Storage;

/// <summary>Keeps the tokens of one app, one record per resource server.</summary>
/// <remarks>
/// Implementations are thread-safe: any number of calls may run at the same time, and none loses what another one stored. A
/// record that a call has returned does not change afterwards.
/// </remarks>
public interface ITokenStorage
{
    /// <summary>Reads all records.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The records by resource server; empty when nothing is stored.</returns>
    /// <exception cref="TokenStorageException">The storage cannot be read.</exception>
    ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the record of one resource server.</summary>
    /// <param name="resourceServer">The resource server.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The record, or <see langword="null"/> when none is stored.</returns>
    /// <exception cref="TokenStorageException">The storage cannot be read.</exception>
    ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default);

    /// <summary>Adds records, replacing those of the same resource servers. The other ones stay.</summary>
    /// <param name="tokens">The records. Of two for one resource server the later one counts.</param>
    /// <param name="cancellationToken">Cancels the operation: then either all of the records are stored or none.</param>
    /// <exception cref="TokenStorageException">The storage cannot be read or written; nothing of it has changed.</exception>
    ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default);

    /// <summary>Removes the record of one resource server.</summary>
    /// <param name="resourceServer">The resource server.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns><see langword="true"/> if there was one.</returns>
    /// <exception cref="TokenStorageException">The storage cannot be read or written; nothing of it has changed.</exception>
    ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default);
}
