using System.Globalization;
using Globus.Extensions.Sqlite;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.StorageWorker;

/// <summary>The storages by name, and what the processes of a test write into them.</summary>
internal static class Storages
{
    /// <summary>How many records a generation has: enough for a file that is not written at a stroke.</summary>
    public const int Records = 24;

    private const string Section = "3f0e9a1c-1111-4222-8333-444455556666";

    public static ITokenStorage Open(string storage, string path, FileSteps? steps = null) => storage switch
    {
        "json" => new JsonTokenStorage(path, "DEFAULT", null, null, steps, null),
        "native-apps" => new NativeAppsTokenStorage(path, Section, null, steps, null),
        "sqlite" when steps is null => new SqliteTokenStorage(path),
        _ => throw new ArgumentException($"There is no storage '{storage}'.", nameof(storage)),
    };

    /// <summary>Records that belong together: a file that holds some of one generation and some of another is torn.</summary>
    public static TokenData[] Generation(long number) =>
    [
        .. Enumerable.Range(0, Records).Select(record => new TokenData
        {
            ResourceServer = $"server-{record}.example",
            Scope = "urn:globus:auth:scope:transfer.api.globus.org:all",
            AccessToken = string.Create(CultureInfo.InvariantCulture, $"{number}-{new string('x', 800)}"),
            ExpiresAt = DateTimeOffset.UnixEpoch,
        }),
    ];

    /// <summary>The generation that a storage holds; <see langword="null"/> if it is empty.</summary>
    /// <exception cref="InvalidOperationException">It does not hold all records of one.</exception>
    public static long? GenerationOf(IReadOnlyDictionary<string, TokenData> records)
    {
        if (records.Count == 0)
        {
            return null;
        }

        string[] generations = [.. records.Values.Select(static record => record.AccessToken.Split('-')[0]).Distinct(StringComparer.Ordinal)];
        return records.Count == Records && generations is [var only]
            ? long.Parse(only, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The file is torn: {records.Count} records of the generations {string.Join(", ", generations)}.");
    }
}
