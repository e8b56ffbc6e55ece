namespace Globus.Extensions.Sqlite.Internal;

/// <summary>SQLite refused something. Not for users: they get a <see cref="Tokens.TokenStorageException"/> made of it.</summary>
internal sealed class SqliteException(int resultCode, string message) : Exception(message)
{
    /// <summary>The result code of SQLite without the bits that tell variants apart.</summary>
    public int PrimaryCode => resultCode & 0xFF;

    /// <summary>Whether another connection is in the way, so that the same may succeed later.</summary>
    public bool IsBusy => PrimaryCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_PROTOCOL;
}
