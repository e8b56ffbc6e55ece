using Globus.Extensions.Sqlite.Internal;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Sqlite;

/// <summary>Keeps tokens in a SQLite database, which programs in .NET and in Python can use together.</summary>
/// <remarks>
/// <para>The tables are those of the Globus SDK for Python. What stands in the database beside them is left alone; one that cannot be
/// understood, or that a newer program made, is reported and never written to. The tokens are not encrypted. The database, the files that
/// SQLite keeps beside it and the folders made for it are readable by their owner only; on Windows the rights of the folder hold.</para>
/// <para>A change is one transaction that is on the disk before the call returns. The first one sets the database to write-ahead logging,
/// which SQLite does not support on network file systems.</para>
/// <para>Thread-safe, and safe between processes, those in Python included. Every call opens the database and closes it again, so that
/// there is nothing to dispose and a deleted file is noticed. SQLite itself has no asynchronous calls: apart from waiting for others, for
/// <see cref="SqliteTokenStorageOptions.BusyTimeout"/> at most, a call does its work, usually far less than a millisecond for a read and the disk's
/// time for a change, before it returns to the caller.</para>
/// <para>SQLite is the one that the application brings (a package such as <c>SQLitePCLRaw.bundle_e_sqlite3</c>), else the system's.</para>
/// </remarks>
public sealed class SqliteTokenStorage : ITokenStorage, ITokenRenewalLock
{
    private readonly DatabaseFile _file;
    private readonly RenewalLockFile _renewalLock;

    /// <summary>Creates the storage. Nothing is read, created or locked yet.</summary>
    /// <param name="path">The path of the database; a relative one is resolved against the current directory now.</param>
    /// <param name="tokenNamespace">The namespace within the database; <c>DEFAULT</c> by default, as in the Python SDK.</param>
    /// <param name="options">How it works; the defaults by default.</param>
    /// <param name="timeProvider">The clock for waiting; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">The path is empty, not valid, or <c>:memory:</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options hold a negative time.</exception>
    public SqliteTokenStorage(
        string path, string tokenNamespace = "DEFAULT", SqliteTokenStorageOptions? options = null, TimeProvider? timeProvider = null)
        : this(path, tokenNamespace, options, timeProvider, onOpened: null)
    {
    }

    internal SqliteTokenStorage(
        string path, string tokenNamespace, SqliteTokenStorageOptions? options, TimeProvider? timeProvider, Action<SqliteDatabase>? onOpened)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tokenNamespace);
        if (System.IO.Path.GetFileName(path) == ":memory:")
        {
            throw new ArgumentException(
                $"Tokens cannot be kept in a SQLite database in memory, which every call would find empty. Use {nameof(MemoryTokenStorage)} (\"{TokenStorageNames.Memory}\") instead.",
                nameof(path));
        }

        var busyTimeout = (options ?? new SqliteTokenStorageOptions()).BusyTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThan(busyTimeout, TimeSpan.Zero, nameof(options));
        Path = System.IO.Path.GetFullPath(path);
        Namespace = tokenNamespace;
        timeProvider ??= TimeProvider.System;
        _file = new DatabaseFile(Path, busyTimeout, timeProvider, onOpened);
        _renewalLock = new RenewalLockFile(
            timeProvider, PrivateDirectory.Create, TokenFileLock.TryOpen, (lockPath, waited) => SqliteFaults.RenewalBusy(Path, lockPath, waited));
    }

    /// <summary>The full path of the database.</summary>
    public string Path { get; }

    /// <summary>The namespace within the database that this storage reads and writes.</summary>
    public string Namespace { get; }

    /// <summary>Says whether the file exists, whatever it holds.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns><see langword="true"/> if it exists and this account can see it.</returns>
    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(File.Exists(Path));
    }

    /// <summary>Reads the names of all namespaces of the database that hold tokens.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The names in ordinal order; empty when nothing is stored.</returns>
    /// <exception cref="TokenStorageException">The database cannot be read.</exception>
    public ValueTask<IReadOnlyList<string>> GetNamespacesAsync(CancellationToken cancellationToken = default) =>
        _file.ReadAsync(TokenTables.ReadNamespaces, [], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default) =>
        _file.ReadAsync(database => TokenTables.ReadAll(database, Path, Namespace), new Dictionary<string, TokenData>(), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Only this record is looked at: what is wrong with another one does not matter here.</remarks>
    public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        return _file.ReadAsync(database => TokenTables.Read(database, Path, Namespace, resourceServer), null, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);

        // Walked through once: the transaction may run again when another one was in the way.
        TokenData[] records = [.. tokens];
        if (records.Length == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return;
        }

        await _file.WriteAsync(
            database =>
            {
                TokenTables.Store(database, Namespace, records);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);

        // Looked up first: where there is nothing to remove, no file need appear or change.
        return await _file.ReadAsync(database => TokenTables.Contains(database, Namespace, resourceServer), false, cancellationToken).ConfigureAwait(false)
            && await _file.WriteAsync(database => TokenTables.Remove(database, Namespace, resourceServer), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>It holds between processes, by a file of its own beside the database, for 10 minutes at most.</remarks>
    /// <exception cref="TokenStorageException">Another process held the lock for 10 minutes, or its file cannot be used.</exception>
    public async ValueTask<IAsyncDisposable> AcquireAsync(TokenRenewalKey key, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _renewalLock.AcquireAsync(Path, Namespace, key, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw SqliteFaults.Unwritable(Path, error);
        }
    }
}
