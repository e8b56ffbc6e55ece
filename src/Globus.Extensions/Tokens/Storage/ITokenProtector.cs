namespace Globus.Extensions.Tokens.Storage;

/// <summary>Encrypts what a token storage writes, and decrypts what it reads.</summary>
/// <remarks>
/// <para>Registered for an app by <c>ProtectTokens</c>, it is used by the storages that can. Files written with it are then of use to
/// this library only, and only with the same keys.</para>
/// <para>Implementations are thread-safe. What they give out must be authenticated: changed data is refused, not decrypted to
/// something else.</para>
/// </remarks>
public interface ITokenProtector
{
    /// <summary>Encrypts data.</summary>
    /// <param name="plaintext">The data.</param>
    /// <param name="purpose">What it is for, such as the token namespace: it can be decrypted for the same purpose only.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The encrypted data, which must not change afterwards.</returns>
    ValueTask<ReadOnlyMemory<byte>> ProtectAsync(ReadOnlyMemory<byte> plaintext, string purpose, CancellationToken cancellationToken = default);

    /// <summary>Decrypts data.</summary>
    /// <param name="protectedData">What <see cref="ProtectAsync"/> gave.</param>
    /// <param name="purpose">The purpose that was given there.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The data, which must not change afterwards.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">
    /// The key or the purpose is another one, or the data was changed. The storage reports it, and the message with it, as a
    /// <see cref="TokenStorageException"/>.
    /// </exception>
    ValueTask<ReadOnlyMemory<byte>> UnprotectAsync(ReadOnlyMemory<byte> protectedData, string purpose, CancellationToken cancellationToken = default);
}
