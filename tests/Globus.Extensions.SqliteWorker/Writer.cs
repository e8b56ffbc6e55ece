using System.Globalization;
using Globus.Extensions.Sqlite;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.SqliteWorker;

/// <summary>Stores records, two of one number at a time, and says each number that is stored.</summary>
internal static class Writer
{
    public static async Task<int> RunAsync(string path, string writer, int count)
    {
        var storage = new SqliteTokenStorage(path);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        for (var number = 1; number <= count; number++)
        {
            await storage.StoreAsync([Record($"{writer}-a.example", number), Record($"{writer}-b.example", number)]);
            await Console.Out.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private static TokenData Record(string resourceServer, int number) => new()
    {
        ResourceServer = resourceServer,
        Scope = "openid",
        AccessToken = number.ToString(CultureInfo.InvariantCulture),
        ExpiresAt = DateTimeOffset.UnixEpoch,
    };
}
