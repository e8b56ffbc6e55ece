using System.Globalization;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Sqlite.Internal;

/// <summary>The tables of a token database, which are those of the Globus SDK for Python, and what is done with them.</summary>
/// <remarks>
/// Schemas 1 and 2 differ in a table that no token storage uses, so that a database keeps the one it has. Other tables are left alone.
/// </remarks>
internal static class TokenTables
{
    /// <summary>The version of the reference that makes databases like ours.</summary>
    private const string WriterVersion = "4.9.0";

    private const int NewestSchema = 2;
    private const string VersionAttribute = "globus-sdk.database_schema_version";

    // As the reference spells it, white space included: SQLite keeps the text of these statements in the file.
    private const string CreateTokens =
        """
        CREATE TABLE token_storage (
            namespace VARCHAR NOT NULL,
            resource_server VARCHAR NOT NULL,
            token_data_json VARCHAR NOT NULL,
            PRIMARY KEY (namespace, resource_server)
        )
        """;

    private const string CreateInternal =
        """
        CREATE TABLE sdk_storage_adapter_internal (
            attribute VARCHAR NOT NULL,
            value VARCHAR NOT NULL,
            PRIMARY KEY (attribute)
        )
        """;

    /// <summary>Says whether the tables are there. Without any table at all the database is a new one.</summary>
    /// <exception cref="TokenStorageException">The database is another program's, or of a schema that is not known.</exception>
    public static bool Exist(SqliteDatabase database, string path)
    {
        var tables = new HashSet<string>(StringComparer.Ordinal);
        using (var statement = database.Prepare("SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            while (statement.Read())
            {
                tables.Add(statement.GetText(0));
            }
        }

        if (tables.Count == 0)
        {
            return false;
        }

        if (!tables.Contains("sdk_storage_adapter_internal"))
        {
            throw SqliteFaults.Unusable(path, "it is the database of another program, as it has no table 'sdk_storage_adapter_internal'", SqliteFaults.PointElsewhere);
        }

        CheckVersion(database, path);
        if (!tables.Contains("token_storage"))
        {
            throw SqliteFaults.Unusable(path, "its table 'token_storage' is missing", SqliteFaults.RestoreOrDelete);
        }

        // Fails if a column is missing.
        database.Execute("SELECT namespace, resource_server, token_data_json FROM token_storage LIMIT 0");
        return true;
    }

    /// <summary>Makes the tables of a new database.</summary>
    public static void Create(SqliteDatabase database)
    {
        database.Execute(CreateTokens);
        database.Execute(CreateInternal);
        database.Execute("INSERT INTO sdk_storage_adapter_internal (attribute, value) VALUES (?1, ?2)", "globus-sdk.version", WriterVersion);
        database.Execute(
            "INSERT INTO sdk_storage_adapter_internal (attribute, value) VALUES (?1, ?2)", VersionAttribute, NewestSchema.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Finds damage before it is written to. Token databases are small: it takes a fraction of the commit.</summary>
    /// <exception cref="TokenStorageException">The database is damaged.</exception>
    public static void CheckIntegrity(SqliteDatabase database, string path)
    {
        if (database.ReadText("PRAGMA quick_check(1)") is var result and not "ok")
        {
            throw SqliteFaults.Unusable(path, "the database is damaged or not complete", SqliteFaults.RestoreOrDelete, new SqliteException(SQLitePCL.raw.SQLITE_CORRUPT, result ?? "no answer"));
        }
    }

    public static IReadOnlyDictionary<string, TokenData> ReadAll(SqliteDatabase database, string path, string tokenNamespace)
    {
        var records = new Dictionary<string, TokenData>(StringComparer.Ordinal);
        using var statement = database.Prepare("SELECT resource_server, token_data_json FROM token_storage WHERE namespace = ?1", tokenNamespace);
        while (statement.Read())
        {
            var resourceServer = statement.GetText(0);
            records[resourceServer] = TokenRecord.Read(statement.GetBytes(1), path, tokenNamespace, resourceServer);
        }

        return records;
    }

    public static TokenData? Read(SqliteDatabase database, string path, string tokenNamespace, string resourceServer)
    {
        using var statement = database.Prepare(
            "SELECT token_data_json FROM token_storage WHERE namespace = ?1 AND resource_server = ?2", tokenNamespace, resourceServer);
        return statement.Read() ? TokenRecord.Read(statement.GetBytes(0), path, tokenNamespace, resourceServer) : null;
    }

    public static bool Contains(SqliteDatabase database, string tokenNamespace, string resourceServer) =>
        database.ReadText("SELECT 1 FROM token_storage WHERE namespace = ?1 AND resource_server = ?2", tokenNamespace, resourceServer) is not null;

    public static IReadOnlyList<string> ReadNamespaces(SqliteDatabase database)
    {
        var namespaces = new List<string>();
        using var statement = database.Prepare("SELECT DISTINCT namespace FROM token_storage ORDER BY namespace");
        while (statement.Read())
        {
            namespaces.Add(statement.GetText(0));
        }

        return namespaces;
    }

    public static void Store(SqliteDatabase database, string tokenNamespace, IEnumerable<TokenData> tokens)
    {
        foreach (var token in tokens)
        {
            database.Execute(
                "REPLACE INTO token_storage (namespace, resource_server, token_data_json) VALUES (?1, ?2, ?3)", tokenNamespace, token.ResourceServer, TokenRecord.Write(token));
        }
    }

    public static bool Remove(SqliteDatabase database, string tokenNamespace, string resourceServer) =>
        database.Execute("DELETE FROM token_storage WHERE namespace = ?1 AND resource_server = ?2", tokenNamespace, resourceServer) > 0;

    private static void CheckVersion(SqliteDatabase database, string path)
    {
        var version = database.ReadText("SELECT value FROM sdk_storage_adapter_internal WHERE attribute = ?1", VersionAttribute);
        if (version is null)
        {
            throw SqliteFaults.Unusable(path, $"it is no token database, as it names no '{VersionAttribute}'", SqliteFaults.PointElsewhere);
        }

        if (version is not ("1" or "2"))
        {
            throw SqliteFaults.Unusable(path, $"its schema is not known, as its '{VersionAttribute}' is neither 1 nor {NewestSchema}", SqliteFaults.UpdateProgram);
        }
    }
}
