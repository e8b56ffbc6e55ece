using SQLitePCL;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>A connection to a database file, for the length of one call.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;

    private SqliteDatabase(sqlite3 handle) => _handle = handle;

    /// <summary>Opens a file that exists, for reading only where it may not be written.</summary>
    /// <exception cref="SqliteException">It cannot be opened. That it is no database shows only when it is used.</exception>
    public static SqliteDatabase Open(string path)
    {
        var result = raw.sqlite3_open_v2(path, out var handle, raw.SQLITE_OPEN_NOMUTEX | raw.SQLITE_OPEN_READWRITE, null);
        if (result != raw.SQLITE_OK)
        {
            using (handle)
            {
                throw new SqliteException(result, handle is null or { IsInvalid: true } ? raw.sqlite3_errstr(result).utf8_to_string() : raw.sqlite3_errmsg(handle).utf8_to_string());
            }
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        return new SqliteDatabase(handle);
    }

    /// <summary>Runs a statement that gives nothing.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<string> values)
    {
        using var statement = Prepare(sql, values);
        while (statement.Read())
        {
            // A pragma may answer; its answer does not matter here.
        }

        return raw.sqlite3_changes(_handle);
    }

    /// <summary>Reads the first column of the first row; <see langword="null"/> if there is no row.</summary>
    public string? ReadText(string sql, params ReadOnlySpan<string> values)
    {
        using var statement = Prepare(sql, values);
        return statement.Read() ? statement.GetText(0) : null;
    }

    /// <summary>Makes a statement ready, whose rows the caller reads.</summary>
    public SqliteStatement Prepare(string sql, params ReadOnlySpan<string> values)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var handle));
        var statement = new SqliteStatement(this, handle);
        try
        {
            statement.Bind(values);
            return statement;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>Closes the connection. What is not committed is rolled back.</summary>
    public void Dispose() => _handle.Dispose();

    internal void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteException(result, raw.sqlite3_errmsg(_handle).utf8_to_string());
        }
    }
}
