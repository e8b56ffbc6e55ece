namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The exceptions of a file storage: each names the storage, the file, the trouble and the way out.</summary>
/// <param name="storage">The storage, as it begins a sentence.</param>
/// <param name="path">The file as the storage was given it.</param>
internal sealed class TokenFileFaults(string storage, string path)
{
    public const string RestoreOrDelete = "Restore it from a backup, or delete it and log in again.";
    public const string PointElsewhere = "Point the app to another file, or delete this one and log in again.";

    /// <summary>The content is not what it should be.</summary>
    public TokenStorageException Malformed(string problem, string remedy, Exception? cause = null) =>
        new($"{storage} cannot use the file '{path}': {problem}. The file was left as it is. {remedy}", path, cause);

    /// <summary>What is to be stored has no place in the format.</summary>
    public TokenStorageException Unstorable(string problem) =>
        new($"{storage} cannot keep this record in the file '{path}': {problem}. Nothing was changed. Use another token storage.", path);

    /// <summary>The protector failed.</summary>
    public TokenStorageException Unprotectable(Exception cause) =>
        new(
            $"{storage} cannot encrypt what belongs into the file '{path}': {cause.Message} What was stored before has not changed. "
            + "Check the keys of the token protector.",
            path,
            cause);

    public TokenStorageException Unreadable(Exception cause) =>
        new(
            $"{storage} cannot read the file '{path}': {cause.Message} "
            + "Check that it is a file and that this account may read it.",
            path,
            cause);

    public TokenStorageException Unwritable(Exception cause) =>
        new(
            $"{storage} cannot write the file '{path}': {cause.Message} What was stored before has not changed. "
            + "Check that this account may write in its folder and that the disk has room, or point the app to another file.",
            path,
            cause);

    public TokenStorageException LockTimeout(string lockPath, TimeSpan waited) =>
        new(
            $"{storage} cannot change the file '{path}': another process has held its lock file '{lockPath}' for "
            + $"{waited.TotalSeconds:0} seconds. Nothing was changed. End that process if it hangs, then try again; "
            + "the lock file itself needs no deleting.",
            path);
}
