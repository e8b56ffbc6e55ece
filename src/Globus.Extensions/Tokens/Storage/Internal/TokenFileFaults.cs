namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The exceptions of the JSON storage: each names the storage, the file, the trouble and the way out.</summary>
internal static class TokenFileFaults
{
    public const string RestoreOrDelete = "Restore it from a backup, or delete it and log in again.";
    public const string PointElsewhere = "Point the app to another file, or delete this one and log in again.";

    /// <summary>The content is not what it should be.</summary>
    public static TokenStorageException Malformed(string path, string problem, string remedy) =>
        new($"The JSON token storage cannot use the file '{path}': {problem}. The file was left as it is. {remedy}", path);

    public static TokenStorageException Unreadable(string path, Exception cause) =>
        new(
            $"The JSON token storage cannot read the file '{path}': {cause.Message} "
            + "Check that it is a file and that this account may read it.",
            path,
            cause);

    public static TokenStorageException Unwritable(string path, Exception cause) =>
        new(
            $"The JSON token storage cannot write the file '{path}': {cause.Message} What was stored before has not changed. "
            + "Check that this account may write in its folder and that the disk has room, or point the app to another file.",
            path,
            cause);

    public static TokenStorageException LockTimeout(string path, string lockPath, TimeSpan waited) =>
        new(
            $"The JSON token storage cannot write the file '{path}': another process has held its lock file '{lockPath}' for "
            + $"{waited.TotalSeconds:0} seconds. Nothing was changed. End that process if it hangs, then try again; "
            + "the lock file itself needs no deleting.",
            path);
}
