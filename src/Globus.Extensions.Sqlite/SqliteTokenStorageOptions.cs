namespace Globus.Extensions.Sqlite;

/// <summary>How the SQLite token storage works.</summary>
public sealed class SqliteTokenStorageOptions
{
    /// <summary>
    /// How long a call waits for others that have the database locked, before it fails. Default: 30 seconds; zero does not wait at all.
    /// </summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
