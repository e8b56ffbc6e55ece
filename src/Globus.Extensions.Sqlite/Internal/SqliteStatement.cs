using System.Text;
using SQLitePCL;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>A statement, its values, and the rows that it gives.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    /// <summary>Binds texts, the first one to <c>?1</c>.</summary>
    public void Bind(ReadOnlySpan<string> values)
    {
        for (var number = 0; number < values.Length; number++)
        {
            // As bytes with a length, since a text may hold a null character; but of no bytes the provider makes NULL.
            var value = values[number];
            database.Check(value.Length == 0
                ? raw.sqlite3_bind_text(handle, number + 1, "")
                : raw.sqlite3_bind_text(handle, number + 1, Encoding.UTF8.GetBytes(value)));
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    public bool Read()
    {
        var result = raw.sqlite3_step(handle);
        database.Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>The text of a column; for NULL the empty one.</summary>
    public string GetText(int column) => Encoding.UTF8.GetString(GetBytes(column));

    /// <summary>The text of a column as UTF-8, until the next row is read.</summary>
    public ReadOnlySpan<byte> GetBytes(int column)
    {
        // Asking for the text first turns a number and the text of an UTF-16 database into UTF-8; the blob then is these bytes, null characters and all.
        _ = raw.sqlite3_column_text(handle, column);
        return raw.sqlite3_column_blob(handle, column);
    }

    public void Dispose() => handle.Dispose();
}
