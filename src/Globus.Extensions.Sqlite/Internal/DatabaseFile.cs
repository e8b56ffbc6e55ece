using Globus.Extensions.Tokens.Internal;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>A database file, opened for the length of each call: nothing stays locked or open in between, and a file that was replaced is noticed.</summary>
internal sealed class DatabaseFile(string path, TimeSpan busyTimeout, TimeProvider timeProvider, Action<SqliteDatabase>? onOpened)
{
    private const int SmallestPage = 512;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly string[] Companions = ["", "-wal", "-shm", "-journal"];
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    // Writers of this process queue up here instead of polling; the entries go away with the writers.
    private static readonly KeyedAsyncLock<string> Writers = new();

    /// <summary>Reads the state of one moment. A file that is missing or has no tables is not touched.</summary>
    public ValueTask<T> ReadAsync<T>(Func<SqliteDatabase, T> read, T ifEmpty, CancellationToken cancellationToken) =>
        RepeatAsync(() => Read(read, ifEmpty), isWrite: false, cancellationToken);

    /// <summary>Changes the tables as a whole or not at all, and makes them where they are missing.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<SqliteDatabase, T> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var target = SymbolicLink.Follow(path);
            var turn = await Writers.AcquireAsync(target, cancellationToken).ConfigureAwait(false);
            await using (turn.ConfigureAwait(false))
            {
                return await RepeatAsync(() => Write(target, write, cancellationToken), isWrite: true, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SqliteFaults.Unwritable(path, error);
        }
    }

    // SQLite's own waiting would block the thread and know nothing of cancellation.
    private async ValueTask<T> RepeatAsync<T>(Func<T> attempt, bool isWrite, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return attempt();
            }
            catch (SqliteException error) when (!error.IsBusy)
            {
                throw SqliteFaults.Refused(path, isWrite, error);
            }
            catch (SqliteException error) when (timeProvider.GetElapsedTime(started) >= busyTimeout)
            {
                throw SqliteFaults.Busy(path, busyTimeout, error);
            }
            catch (SqliteException)
            {
                // Whatever was begun is rolled back: the next attempt starts anew.
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private T Read<T>(Func<SqliteDatabase, T> read, T ifEmpty)
    {
        if (!HasContent())
        {
            return ifEmpty;
        }

        // One transaction, so that the tables are those that were looked at. It reads only: closing ends it.
        using var database = Open(path);
        database.Execute("BEGIN");
        return TokenTables.Exist(database, path) ? read(database) : ifEmpty;
    }

    private T Write<T>(string target, Func<SqliteDatabase, T> write, CancellationToken cancellationToken)
    {
        MakeFile(target);
        using var database = Open(target);
        TokenTables.Exist(database, path);
        TokenTables.CheckIntegrity(database, path);
        Prepare(database);
        database.Execute("BEGIN IMMEDIATE");
        if (!TokenTables.Exist(database, path))
        {
            TokenTables.Create(database);
        }

        var result = write(database);
        cancellationToken.ThrowIfCancellationRequested();
        database.Execute("COMMIT");
        return result;
    }

    private SqliteDatabase Open(string file)
    {
        SqliteLibrary.EnsureReady(path);
        var database = SqliteDatabase.Open(file);
        onOpened?.Invoke(database);
        return database;
    }

    private static void Prepare(SqliteDatabase database)
    {
        // A commit is on the disk before the call returns, and what is removed is overwritten.
        database.Execute("PRAGMA synchronous = FULL");
        database.Execute("PRAGMA secure_delete = ON");
        if (database.ReadText("PRAGMA journal_mode") == "wal")
        {
            return;
        }

        try
        {
            database.Execute("PRAGMA journal_mode = WAL");
        }
        catch (SqliteException error) when (error.IsBusy)
        {
            // Somebody reads at this moment. The old mode serves as well, and the next change tries again.
        }
    }

    // No content means an empty storage; that it is missing must be certain, since a login would follow.
    private bool HasContent()
    {
        try
        {
            var target = SymbolicLink.Follow(path);
            if (File.GetAttributes(target).HasFlag(FileAttributes.Directory))
            {
                throw new IOException("It is a folder.");
            }

            return CheckedLength(target) > 0;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SqliteFaults.Unreadable(path, error);
        }
    }

    // SQLite would make it readable by all. The files beside it get the mode of the database from SQLite.
    private void MakeFile(string target)
    {
        PrivateDirectory.Create(Path.GetDirectoryName(target)!);
        if (Directory.Exists(target))
        {
            throw new IOException("It is a folder.");
        }

        if (!File.Exists(target))
        {
            try
            {
                // Never opened where it exists: closing it again would end the locks that SQLite has on it in this process.
                new FileStream(target, OwnerOnlyFile.ForWriting(FileMode.CreateNew)).Dispose();
                return;
            }
            catch (IOException) when (File.Exists(target))
            {
                // Another process was quicker.
            }
        }

        CheckedLength(target);
        if (!OperatingSystem.IsWindows())
        {
            Restrict(target);
        }
    }

    // SQLite would take a file of a few bytes for a new database, and fill up a last page that was cut off.
    private long CheckedLength(string target)
    {
        var length = new FileInfo(target).Length;
        return length % SmallestPage == 0 ? length : throw SqliteFaults.Unusable(path, "it is no complete SQLite database", SqliteFaults.RestoreOrDelete);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Restrict(string target)
    {
        foreach (var file in Companions.Select(companion => target + companion).Where(File.Exists))
        {
            try
            {
                if ((File.GetUnixFileMode(file) & ~OwnerOnly) != UnixFileMode.None)
                {
                    File.SetUnixFileMode(file, OwnerOnly);
                }
            }
            catch (Exception error) when (error is UnauthorizedAccessException or FileNotFoundException)
            {
                // Another account's file, which this one may use all the same; or one that SQLite has just put away.
            }
        }
    }
}
