using System.Globalization;
using Globus.Extensions.Emulator;
using Globus.Extensions.Sqlite;
using Microsoft.Extensions.DependencyInjection;

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
        var workers = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => WorkerProcess.StartAsync("write", FilePath, $"writer-{writer}", $"{Count}")));

        await Task.WhenAll(workers.Select(static worker => worker.GoAsync()));
        var ends = await Task.WhenAll(workers.Select(static worker => worker.FinishAsync()));

        ends.ShouldAllBe(static end => end.ExitCode == 0, string.Join('\n', ends.Select(static end => end.Error)));
        var all = await new SqliteTokenStorage(FilePath).GetAllAsync(Cancellation);
        all.Count.ShouldBe(8);
        all.Values.ShouldAllBe(static token => token.AccessToken == $"{Count}");
        Array.ForEach(workers, static worker => worker.Dispose());
    }

    [Fact]
    public async Task A_writer_that_is_killed_leaves_a_whole_database_with_all_that_it_had_stored()
    {
        var storage = new SqliteTokenStorage(FilePath);
        await storage.StoreAsync([TestTokens.Create("kept.example")], Cancellation);
        var kills = Math.Max(5, (int)(50 * Soak));
        for (var kill = 0; kill < kills; kill++)
        {
            using var worker = await WorkerProcess.StartAsync("write", FilePath, "writer", "1000000");
            await worker.GoAsync();
            var stored = 0;
            while (stored < 3 + (kill * 7 % 11))
            {
                stored = Number((await worker.ReadLineAsync())!);
            }

            worker.Kill();
            var (_, lines, _) = await worker.FinishAsync();
            stored = lines.Length == 0 ? stored : Math.Max(stored, lines[..^1].Select(Number).LastOrDefault());

            var all = await storage.GetAllAsync(Cancellation);
            all.Keys.ShouldBe(["kept.example", "writer-a.example", "writer-b.example"], ignoreOrder: true);
            all["writer-b.example"].AccessToken.ShouldBe(all["writer-a.example"].AccessToken, "both were stored by one call");
            Number(all["writer-a.example"].AccessToken).ShouldBeGreaterThanOrEqualTo(stored);
            TestDatabase.Read(FilePath, "PRAGMA integrity_check", 1).ShouldBe([["ok"]]);
        }
    }

    [Fact]
    public async Task Processes_that_find_one_expired_token_renew_it_once()
    {
        await using var emulator = await GlobusEmulator.StartAsync(new GlobusEmulatorOptions { RotateRefreshTokens = true }, Cancellation);
        var clientId = await LogInAndLetExpireAsync(emulator);
        var workers = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => WorkerProcess.StartAsync("renew", FilePath, clientId, emulator.AuthUrl.AbsoluteUri, emulator.GroupsUrl.AbsoluteUri)));
        emulator.ClearRequests();

        await Task.WhenAll(workers.Select(static worker => worker.GoAsync()));
        var ends = await Task.WhenAll(workers.Select(static worker => worker.FinishAsync()));

        ends.ShouldAllBe(static end => end.ExitCode == 0, string.Join('\n', ends.Select(static end => end.Error)));
        emulator.Requests.Count(static request => request.GrantType == "refresh_token").ShouldBe(1);
        Array.ForEach(workers, static worker => worker.Dispose());
    }

    public void Dispose() => _directory.Dispose();

    private static double Soak =>
        double.TryParse(Environment.GetEnvironmentVariable("GLOBUS_SOAK"), NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) ? factor : 0.1;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private async Task<string> LogInAndLetExpireAsync(GlobusEmulator emulator)
    {
        var clientId = emulator.Seed.Clients[0].Id.ToString("D");
        var services = new ServiceCollection();
        services.AddGlobus(options =>
        {
            options.ClientId = clientId;
            options.TokenStorage = "sqlite";
            options.TokenFilePath = FilePath;
            options.TokenNamespace = "DEFAULT";
            options.RequestRefreshTokens = true;
        }).AddSqliteTokenStorage().UseEmulator(emulator);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: Cancellation);

        var storage = new SqliteTokenStorage(FilePath);
        var tokens = await storage.GetAllAsync(Cancellation);
        tokens.Values.ShouldAllBe(static token => token.RefreshToken != null);
        await storage.StoreAsync(tokens.Values.Select(static token => token with { ExpiresAt = DateTimeOffset.UnixEpoch }), Cancellation);
        return clientId;
    }
}
