using Globus.Extensions.Tokens;
using SQLitePCL;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>The exceptions of the SQLite storage: each names the storage, the file, the trouble and the way out.</summary>
internal static class SqliteFaults
{
    public const string RestoreOrDelete =
        "Restore it from a backup, or delete it together with the files of the same name that end in '-wal' and '-shm', and log in again.";

    public const string PointElsewhere = "Point the app to another file, or delete this one and log in again.";

    public const string UpdateProgram = "A newer program may have written it: update this one, or point it to another file.";

    /// <summary>The database is not what it should be.</summary>
    public static TokenStorageException Unusable(string path, string problem, string remedy, Exception? cause = null) =>
        new($"The SQLite token storage cannot use the file '{path}': {problem}. The file was left as it is. {remedy}", path, cause);

    /// <summary>SQLite refused a call.</summary>
    public static TokenStorageException Refused(string path, bool isWrite, SqliteException cause) => cause.PrimaryCode switch
    {
        raw.SQLITE_NOTADB => Unusable(path, "it is no SQLite database, or it is encrypted", RestoreOrDelete, cause),
        raw.SQLITE_CORRUPT => Unusable(path, "the database is damaged or not complete", RestoreOrDelete, cause),
        raw.SQLITE_ERROR => Unusable(path, $"its tables are not those of a token database ({cause.Message})", PointElsewhere, cause),
        _ => isWrite ? Unwritable(path, cause) : Unreadable(path, cause),
    };

    /// <summary>Nothing can be read at this place.</summary>
    public static TokenStorageException Unreadable(string path, Exception cause) =>
        new(
            $"The SQLite token storage cannot read the file '{path}': {cause.Message.TrimEnd('.')}. Check that it is a file, that this account may read it, "
            + "and that it may write in its folder, where SQLite keeps files beside the database.",
            path,
            cause);

    /// <summary>Nothing can be written at this place.</summary>
    public static TokenStorageException Unwritable(string path, Exception cause) =>
        new(
            $"The SQLite token storage cannot write the file '{path}': {cause.Message.TrimEnd('.')}. What was stored before has not changed. "
            + "Check that this account may write to it and in its folder and that the disk has room, or point the app to another file.",
            path,
            cause);

    /// <summary>Others were in the way for too long.</summary>
    public static TokenStorageException Busy(string path, TimeSpan waited, SqliteException cause) =>
        new(
            $"The SQLite token storage cannot use the file '{path}': other programs have had the database locked for {waited.TotalSeconds:0.###} seconds. "
            + $"Nothing was changed. End the program that hangs, try again, or raise {nameof(SqliteTokenStorageOptions)}.{nameof(SqliteTokenStorageOptions.BusyTimeout)}.",
            path,
            cause);

    /// <summary>Another process has been renewing the same token for too long.</summary>
    public static TokenStorageException RenewalBusy(string path, string lockPath, TimeSpan waited) =>
        new(
            $"The SQLite token storage cannot renew a token of the file '{path}': another process has held the lock file '{lockPath}' for "
            + $"{waited.TotalMinutes:0} minutes. Nothing was changed. End that process if it hangs, then try again; the lock file itself needs no deleting.",
            path);

    /// <summary>There is no SQLite on this machine.</summary>
    public static TokenStorageException NoLibrary(string path, Exception cause) =>
        new(
            $"The SQLite token storage cannot use the file '{path}': no SQLite library was found. Install the system's one "
            + "(libsqlite3.so.0 on Linux, for example by `apt-get install libsqlite3-0`), or reference a package that brings one in the application, "
            + "such as SQLitePCLRaw.bundle_e_sqlite3.",
            path,
            cause);
}
