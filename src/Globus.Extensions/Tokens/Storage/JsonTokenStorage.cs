using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Keeps tokens in a JSON file of format 2.0, which programs in .NET and in Python can use together.</summary>
/// <remarks>
/// <para>The file and the folders made for it are readable by their owner only; on Windows the rights of the folder hold. The
/// tokens are not encrypted. Files of format 1.0 are read, and upgraded by the next change.</para>
/// <para>A change replaces the file as a whole, so that neither a reader nor a crash finds half of it. It keeps what it does
/// not know. A file that cannot be understood is reported and never overwritten.</para>
/// <para>Thread-safe, and safe between processes that use this class: a change waits, for 30 seconds at most, for the lock file
/// beside the token file (same name and <c>.lock</c>). The Python SDK does not know that lock. Several objects may share a
/// file. A symbolic link in place of the file is followed.</para>
/// </remarks>
public sealed class JsonTokenStorage : ITokenStorage
{
    private readonly TimeProvider _timeProvider;
    private readonly Func<string, FileStreamOptions, FileStream>? _openTemporaryFile;

    /// <summary>Creates the storage. Nothing is read, created or locked yet.</summary>
    /// <param name="path">The path of the file; a relative one is resolved against the current directory now.</param>
    /// <param name="tokenNamespace">The namespace within the file; <c>DEFAULT</c> by default, as in the Python SDK.</param>
    /// <param name="timeProvider">The clock for waiting; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">The path is empty or not valid.</exception>
    public JsonTokenStorage(
        string path, string tokenNamespace = TokenFileFormat.DefaultNamespace, TimeProvider? timeProvider = null)
        : this(path, tokenNamespace, timeProvider, openTemporaryFile: null)
    {
    }

    internal JsonTokenStorage(
        string path,
        string tokenNamespace,
        TimeProvider? timeProvider,
        Func<string, FileStreamOptions, FileStream>? openTemporaryFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tokenNamespace);
        Path = System.IO.Path.GetFullPath(path);
        Namespace = tokenNamespace;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _openTemporaryFile = openTemporaryFile;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

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
        using var document = await ReadAsync(Path, cancellationToken).ConfigureAwait(false);
        return document.ReadAll(Namespace);
    }

    /// <inheritdoc/>
    /// <remarks>Only this record is looked at: what is wrong with another one does not matter here.</remarks>
    public async ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        using var document = await ReadAsync(Path, cancellationToken).ConfigureAwait(false);
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

    private static async ValueTask<TokenFileDocument> ReadAsync(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = new FileStreamOptions
        {
            // Shared with everyone, so that reading never keeps a writer from replacing the file.
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        };
        try
        {
            var stream = new FileStream(path, options);
            await using (stream.ConfigureAwait(false))
            {
                return await TokenFileDocument.ParseAsync(path, stream, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return TokenFileDocument.Missing(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TokenFileFaults.Unreadable(path, error);
        }
    }

    /// <summary>Changes the file under its lock; <see langword="false"/> if the edit found nothing to change.</summary>
    private async ValueTask<bool> UpdateAsync(
        Func<TokenFileDocument, ReadOnlyMemory<byte>?> edit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var target = ResolveLink();
            PrivateDirectory.Create(System.IO.Path.GetDirectoryName(target)!);
            var hold = await TokenFileLock.AcquireAsync(target, _timeProvider, cancellationToken).ConfigureAwait(false);
            await using (hold.ConfigureAwait(false))
            {
                using var document = await ReadAsync(target, cancellationToken).ConfigureAwait(false);
                if (edit(document) is not { } content)
                {
                    return false;
                }

                await new AtomicFile(target, _timeProvider, _openTemporaryFile).ReplaceAsync(content, cancellationToken)
                    .ConfigureAwait(false);
                return true;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TokenFileFaults.Unwritable(Path, error);
        }
    }

    // The file that a symbolic link leads to, so that the link survives and all its users meet at one lock.
    private string ResolveLink()
    {
        try
        {
            return File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName ?? Path;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Path;
        }
    }
}
