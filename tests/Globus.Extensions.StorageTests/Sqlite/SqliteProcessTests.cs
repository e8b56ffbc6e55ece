using System.Globalization;
using Globus.Extensions.Sqlite;
using Globus.Extensions.StorageTests.Processes;

namespace Globus.Extensions.StorageTests.Sqlite;

/// <summary>Several processes on one database.</summary>
public sealed class SqliteProcessTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens.db"];

    [Fact]
    public async Task Processes_that_store_at_the_same_time_lose_nothing()
    {
        const int Count = 25;
        var workers = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => WorkerProcess.StartAsync("write-numbers", "sqlite", FilePath, $"writer-{writer}", $"{Count}")));

        Array.ForEach(workers, static worker => worker.Go());
        foreach (var worker in workers)
        {
            await worker.EndAsync();
            worker.ExitCode.ShouldBe(0, await worker.ErrorsIfEndedAsync());
            await worker.DisposeAsync();
        }

        var all = await new SqliteTokenStorage(FilePath).GetAllAsync(Cancellation);
        all.Count.ShouldBe(8);
        all.Values.ShouldAllBe(static token => token.AccessToken == $"{Count}");
    }

    [Fact]
    public async Task A_writer_that_is_killed_leaves_a_whole_database_with_all_that_it_had_stored()
    {
        var storage = new SqliteTokenStorage(FilePath);
        await storage.StoreAsync([TestTokens.Create("kept.example")], Cancellation);
        var kills = Soak.Count(50, least: 5);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var worker = await WorkerProcess.StartAsync("write-numbers", "sqlite", FilePath, "writer", "1000000");
            worker.Go();
            var stored = 0;
            while (stored < 3 + (kill * 7 % 11))
            {
                stored = Number((await worker.ReadLineAsync())!);
            }

            var lines = await worker.KillAsync();
            stored = lines.Length == 0 ? stored : Math.Max(stored, lines[..^1].Select(Number).LastOrDefault());

            var all = await storage.GetAllAsync(Cancellation);
            all.Keys.ShouldBe(["kept.example", "writer-a.example", "writer-b.example"], ignoreOrder: true);
            all["writer-b.example"].AccessToken.ShouldBe(all["writer-a.example"].AccessToken, "both were stored by one call");
            Number(all["writer-a.example"].AccessToken).ShouldBeGreaterThanOrEqualTo(stored);
            TestDatabase.Read(FilePath, "PRAGMA integrity_check", 1).ShouldBe([["ok"]]);
        }
    }

    public void Dispose() => _directory.Dispose();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
