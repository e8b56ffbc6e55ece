using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Sqlite;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an app keep its tokens in a SQLite database.</summary>
public static class GlobusSqliteBuilderExtensions
{
    /// <summary>
    /// Registers the token storage <c>sqlite</c>, for apps whose options name it as their <see cref="Globus.Extensions.GlobusOptions.TokenStorage"/>.
    /// </summary>
    /// <remarks>
    /// The database stands at <see cref="Globus.Extensions.GlobusOptions.TokenFilePath"/>, by default where the Globus SDK for Python has its own:
    /// <c>~/.globus/app/{client id}/{app name}/tokens.db</c>. The name serves every app of the container; the options are this app's.
    /// </remarks>
    /// <param name="builder">The app.</param>
    /// <param name="configure">Sets how the storage of this app works.</param>
    /// <returns>The app's builder.</returns>
    public static GlobusBuilder AddSqliteTokenStorage(this GlobusBuilder builder, Action<SqliteTokenStorageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null)
        {
            builder.Services.Configure(builder.Name, configure);
        }

        return builder.AddTokenStorage(TokenStorageNames.Sqlite, static (provider, context) => new SqliteTokenStorage(
            TokenStoragePaths.GetPath(context, "db"),
            context.TokenNamespace,
            provider.GetRequiredService<IOptionsMonitor<SqliteTokenStorageOptions>>().Get(context.Name),
            context.TimeProvider));
    }
}
