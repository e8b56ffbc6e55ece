using Globus.Extensions.StorageWorker;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.StorageTests.Processes;

/// <summary>A lock ends with its process.</summary>
public sealed class DeadHolderTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Locks_of_a_killed_process_are_free_again()
    {
        var path = _directory["tokens.json"];
        await using var holder = await WorkerProcess.StartAsync("hold", "json", path);
        var clock = new WaitCountingTimeProvider(waits: 8);
        var storage = new JsonTokenStorage(path, timeProvider: clock);

        var store = storage.StoreAsync(Storages.Generation(1), Cancellation).AsTask();
        var renewal = storage.AcquireAsync(new TokenRenewalKey("another app", null, "server-0.example"), Cancellation).AsTask();
        var otherRenewal = storage.AcquireAsync(new TokenRenewalKey("app", null, "server-1.example"), Cancellation).AsTask();

        await (await otherRenewal.WaitAsync(Deadline, Cancellation)).DisposeAsync();
        await clock.Reached.WaitAsync(Deadline, Cancellation);
        (store.IsCompleted, renewal.IsCompleted).ShouldBe((false, false));

        await holder.KillAsync();

        await store.WaitAsync(Deadline, Cancellation);
        await (await renewal.WaitAsync(Deadline, Cancellation)).DisposeAsync();
        Storages.GenerationOf(await storage.GetAllAsync(Cancellation)).ShouldBe(1);
    }

    public void Dispose() => _directory.Dispose();
}
