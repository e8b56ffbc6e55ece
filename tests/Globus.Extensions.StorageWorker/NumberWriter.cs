using System.Globalization;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.StorageWorker;

/// <summary>Stores two records of its own, of one number at a time, and says each number that is stored.</summary>
internal static class NumberWriter
{
    public static async Task<int> RunAsync(string storage, string path, string writer, int count)
    {
        var tokens = Storages.Open(storage, path);
        await Talk.ReadyAsync();
        for (var number = 1; number <= count; number++)
        {
            await tokens.StoreAsync([Record($"{writer}-a.example", number), Record($"{writer}-b.example", number)]);
            Talk.Say(number);
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
