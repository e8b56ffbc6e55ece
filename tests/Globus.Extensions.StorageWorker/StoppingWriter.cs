namespace Globus.Extensions.StorageWorker;

/// <summary>Writes the next generation and dies at a given step of it; says so if there are not that many.</summary>
internal static class StoppingWriter
{
    public static async Task<int> RunAsync(string storage, string path, int step)
    {
        var generation = Storages.GenerationOf(await Storages.Open(storage, path).GetAllAsync()) + 1 ?? 1;
        await Talk.ReadyAsync();
        await Storages.Open(storage, path, new StoppingSteps(step)).StoreAsync(Storages.Generation(generation));
        Talk.Say("survived");
        return 0;
    }
}
