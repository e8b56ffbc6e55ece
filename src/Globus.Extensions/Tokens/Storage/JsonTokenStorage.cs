using Globus.Extensions.Tokens.Storage.Internal;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Keeps tokens in a JSON file of format 2.0, which programs in .NET and in Python can use together.</summary>
/// <remarks>
/// <para>The file and the folders made for it are readable by their owner only; on Windows the rights of the folder hold. Files of
/// format 1.0, also those of the older adapters, are read, and upgraded by the next change.</para>
/// <para>Without an <see cref="ITokenProtector"/> the tokens are not encrypted. With one, the records of the namespace are; a file
/// that is not is read, and its namespace encrypted by the next change. Such a file is of use to this library only, and only
/// with the same keys: opened without them it is reported.</para>
/// <para>A change replaces the file as a whole, so that neither a reader nor a crash finds half of it. It keeps what it does
/// not know. A file that cannot be understood is reported and never overwritten.</para>
/// <para>Thread-safe, and safe between processes that use this class: a change waits, for 30 seconds at most, for the lock file
/// beside the token file (same name and <c>.lock</c>). The Python SDK does not know that lock. Several objects may share a
/// file. A symbolic link in place of the file is followed.</para>
/// </remarks>
public sealed class JsonTokenStorage : ITokenStorage, ITokenRenewalLock
{
    private readonly TokenFile _file;
    private readonly ITokenProtector? _protector;

    /// <summary>Creates the storage. Nothing is read, created or locked yet.</summary>
    /// <param name="path">The path of the file; a relative one is resolved against the current directory now.</param>
    /// <param name="tokenNamespace">The namespace within the file; <c>DEFAULT</c> by default, as in the Python SDK.</param>
    /// <param name="timeProvider">The clock for waiting; <see cref="TimeProvider.System"/> by default.</param>
    /// <param name="protector">What encrypts the records; by default they are not encrypted.</param>
    /// <exception cref="ArgumentException">The path is empty or not valid.</exception>
    public JsonTokenStorage(
        string path,
        string tokenNamespace = TokenFileFormat.DefaultNamespace,
        TimeProvider? timeProvider = null,
        ITokenProtector? protector = null)
        : this(path, tokenNamespace, timeProvider, protector, steps: null, logger: null)
    {
    }

    internal JsonTokenStorage(
        string path, string tokenNamespace, TimeProvider? timeProvider, ITokenProtector? protector, FileSteps? steps, ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(tokenNamespace);
        _file = new TokenFile("The JSON token storage", path, timeProvider, steps, logger);
        _protector = protector;
        Namespace = tokenNamespace;
    }

    /// <summary>The full path of the file.</summary>
    public string Path => _file.FullPath;

    /// <summary>The namespace within the file that this storage reads and writes.</summary>
    public string Namespace { get; }

    /// <summary>Says whether the file exists, whatever it holds.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns><see langword="true"/> if it exists and this account can see it.</returns>
    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(File.Exists(Path));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default)
    {
        using var document = await OpenAsync(_file.Read(cancellationToken), cancellationToken).ConfigureAwait(false);
        return document.ReadAll(Namespace);
    }

    /// <inheritdoc/>
    /// <remarks>Only this record is looked at: what is wrong with another one does not matter here.</remarks>
    public async ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        using var document = await OpenAsync(_file.Read(cancellationToken), cancellationToken).ConfigureAwait(false);
        return document.Read(Namespace, resourceServer);
    }

    /// <inheritdoc/>
    public async ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var records = new OrderedDictionary<string, TokenData>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            records[token.ResourceServer] = token;
        }

        if (records.Count > 0)
        {
            await UpdateAsync(document => TokenFileEditor.Store(document, Namespace, records), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);

        // Asked without the lock first: where there is nothing to remove, no lock file and no folder need appear.
        var records = await GetAllAsync(cancellationToken).ConfigureAwait(false);
        return records.ContainsKey(resourceServer)
            && await UpdateAsync(document => TokenFileEditor.Remove(document, Namespace, resourceServer), cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>Lets one at a time renew a token of this file and namespace, among all processes that use this class.</summary>
    /// <remarks>
    /// An app that keeps its tokens here uses it by itself. The lock is a file beside the token file; it is free as soon as the process
    /// that held it has ended, however that happened. Where the folder cannot be written, this process alone is excluded from.
    /// </remarks>
    /// <param name="key">What is to be renewed; the file and the namespace stand for its app.</param>
    /// <param name="cancellationToken">Ends the wait; without effect once the key is held.</param>
    /// <returns>The hold: disposing it lets the next one in, disposing it again does nothing.</returns>
    /// <exception cref="TokenStorageException">Another process kept the lock for more than ten minutes.</exception>
    public ValueTask<IAsyncDisposable> AcquireAsync(TokenRenewalKey key, CancellationToken cancellationToken = default) =>
        _file.LockRenewalAsync(Namespace, key, cancellationToken);

    private async ValueTask<TokenFileDocument> OpenAsync(byte[]? content, CancellationToken cancellationToken)
    {
        var document = TokenFileDocument.Parse(_file.Faults, content);
        try
        {
            if (document.IsProtected && _protector is null)
            {
                throw _file.Faults.Malformed(
                    "it is encrypted, and this storage has no token protector",
                    "Give the app the protector that the file was written with, or delete the file and log in again.");
            }

            if (document.TryGetProtected(Namespace, out var protectedRecords))
            {
                document.Reveal(Namespace, await UnprotectAsync(protectedRecords, cancellationToken).ConfigureAwait(false));
            }

            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> UnprotectAsync(byte[] protectedRecords, CancellationToken cancellationToken)
    {
        try
        {
            return await _protector!.UnprotectAsync(protectedRecords, Namespace, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw _file.Faults.Malformed(
                $"its namespace '{Namespace}' cannot be decrypted: it was written with another key, or for another app, or was changed since",
                "Give the app the keys that the file was written with, or delete the file and log in again.",
                error);
        }
    }

    private ValueTask<bool> UpdateAsync(Func<TokenFileDocument, ReadOnlyMemory<byte>?> edit, CancellationToken cancellationToken) =>
        _file.UpdateAsync(
            async (content, ending) =>
            {
                using var document = await OpenAsync(content, ending).ConfigureAwait(false);
                if (edit(document) is not { } records)
                {
                    return null;
                }

                if (_protector is not null)
                {
                    records = await ProtectAsync(_protector, records, ending).ConfigureAwait(false);
                }

                return TokenFileEditor.Write(document, Namespace, records, isProtected: _protector is not null);
            },
            cancellationToken);

    private async ValueTask<ReadOnlyMemory<byte>> ProtectAsync(ITokenProtector protector, ReadOnlyMemory<byte> records, CancellationToken cancellationToken)
    {
        try
        {
            return await protector.ProtectAsync(records, Namespace, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw _file.Faults.Unprotectable(error);
        }
    }
}
