namespace Globus.Extensions.StorageWorker;

/// <summary>Writes one generation after the other, as fast as it can, until it is killed.</summary>
internal static class Writer
{
    public static async Task<int> RunAsync(string storage, string path)
    {
        var tokens = Storages.Open(storage, path);
        await Talk.ReadyAsync();
        for (var generation = Storages.GenerationOf(await tokens.GetAllAsync()) + 1 ?? 1; generation < long.MaxValue; generation++)
        {
            await tokens.StoreAsync(Storages.Generation(generation));
            Talk.Say(generation);
        }

        return 0;
    }
}
