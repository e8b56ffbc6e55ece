using Globus.Extensions.Sqlite.Internal;

namespace Globus.Extensions.StorageTests.Sqlite;

/// <summary>Databases that a test looks into, or makes, without the storage.</summary>
internal static class TestDatabase
{
    public static SqliteDatabase Open(string path)
    {
        SqliteLibrary.EnsureReady(path);
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, []);
        }

        return SqliteDatabase.Open(path);
    }

    /// <summary>Runs statements, each on its own.</summary>
    public static void Run(string path, params string[] statements)
    {
        using var database = Open(path);
        foreach (var statement in statements)
        {
            database.Execute(statement);
        }
    }

    /// <summary>The rows of a query, each as its columns.</summary>
    public static List<string[]> Read(string path, string query, int columns)
    {
        using var database = Open(path);
        using var statement = database.Prepare(query);
        var rows = new List<string[]>();
        while (statement.Read())
        {
            rows.Add([.. Enumerable.Range(0, columns).Select(statement.GetText)]);
        }

        return rows;
    }
}
