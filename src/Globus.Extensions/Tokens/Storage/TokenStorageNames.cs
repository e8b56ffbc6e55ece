namespace Globus.Extensions.Tokens.Storage;

/// <summary>The names of the token storages that come with the library, as the options take them.</summary>
public static class TokenStorageNames
{
    /// <summary>A JSON file that the Globus SDK for Python can share: <see cref="JsonTokenStorage"/>. The default.</summary>
    public const string Json = "json";

    /// <summary>
    /// A SQLite database that the Globus SDK for Python can share. It is in the package <c>Globus.Extensions.Sqlite</c>, and registered by
    /// <c>AddSqliteTokenStorage</c>.
    /// </summary>
    public const string Sqlite = "sqlite";

    /// <summary>The configuration file of the Python package fair_research_login: <see cref="NativeAppsTokenStorage"/>.</summary>
    public const string NativeApps = "native-apps";

    /// <summary>The memory of the process: <see cref="MemoryTokenStorage"/>.</summary>
    public const string Memory = "memory";

    /// <summary>Nowhere: <see cref="NullTokenStorage"/>.</summary>
    public const string None = "none";
}
