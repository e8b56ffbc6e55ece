using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.StorageWorker;

/// <summary>Takes both locks of a token file and keeps them until it is killed.</summary>
internal static class Holder
{
    public static async Task<int> RunAsync(string storage, string path)
    {
        var renewals = (ITokenRenewalLock)Storages.Open(storage, path);
        await using var renewal = await renewals.AcquireAsync(new TokenRenewalKey("app", null, "server-0.example"));
        await using var write = await TokenFileLock.AcquireAsync(path + TokenFileLock.Extension, TimeSpan.FromSeconds(1), TokenFileLock.TryOpen, TimeProvider.System, CancellationToken.None);
        await Talk.ReadyAsync();
        return 0;
    }
}
