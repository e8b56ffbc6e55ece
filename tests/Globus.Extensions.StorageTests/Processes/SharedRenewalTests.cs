using System.Diagnostics;
using Globus.Extensions.Emulator;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.StorageTests.Processes;

/// <summary>Many processes with one token file or database: a refresh token that can be used once is used once.</summary>
public sealed class SharedRenewalTests : IDisposable
{
    private const string GroupsServer = "groups.api.globus.org";

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("json")]
    [InlineData("native-apps")]
    [InlineData("sqlite")]
    public async Task Processes_that_start_together_on_an_expired_token_renew_it_once(string storage)
    {
        var count = Soak.Count(16, least: 4);
        var path = _directory["tokens"];
        await using var emulator = await GlobusEmulator.StartAsync(new GlobusEmulatorOptions { RotateRefreshTokens = true }, Cancellation);
        await using var provider = await LogInAsync(emulator, storage, path);
        var tokens = provider.GetRequiredService<ITokenStorage>();
        var before = await tokens.GetAllAsync(Cancellation);
        await tokens.StoreAsync(before.Values.Select(static token => token with { ExpiresAt = DateTimeOffset.UnixEpoch }), Cancellation);
        emulator.ClearRequests();
        string[] arguments = ["request", storage, path, emulator.Seed.Clients[0].Id.ToString("D"), emulator.AuthUrl.AbsoluteUri, emulator.GroupsUrl.AbsoluteUri];
        var workers = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => WorkerProcess.StartAsync(arguments)));
        try
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var worker in workers)
            {
                worker.Go();
            }

            var answers = await Task.WhenAll(workers.Select(static worker => worker.ReadLineAsync()));
            var duration = Stopwatch.GetElapsedTime(started);

            foreach (var (worker, answer) in workers.Zip(answers))
            {
                answer.ShouldNotBeNull(await worker.ErrorsIfEndedAsync());
            }

            answers.Distinct().ShouldHaveSingleItem();
            emulator.Requests.Count(static request => request.GrantType is not null).ShouldBe(1);
            emulator.Requests.Where(static request => request.GrantType is null).ShouldAllBe(static request => request.StatusCode == 200);
            emulator.Requests.Count.ShouldBe(count + 1);
            var after = await tokens.GetAllAsync(Cancellation);
            after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
            after[GroupsServer].RefreshToken.ShouldNotBe(before[GroupsServer].RefreshToken);
            after["auth.globus.org"].ShouldBe(before["auth.globus.org"] with { ExpiresAt = DateTimeOffset.UnixEpoch });
            TestContext.Current.TestOutputHelper!.WriteLine($"{storage}: {count} processes, 1 token request, {duration.TotalSeconds:0.0} s from the word to the last answer");
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }

    public void Dispose() => _directory.Dispose();

    private static async Task<ServiceProvider> LogInAsync(GlobusEmulator emulator, string storage, string path)
    {
        var services = new ServiceCollection();
        services.AddGlobus(options =>
        {
            options.TokenStorage = storage;
            options.TokenFilePath = path;
            options.TokenNamespace = "DEFAULT";
            options.RequestRefreshTokens = true;
        }).AddSqliteTokenStorage().UseEmulator(emulator);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IGlobusApp>().LoginAsync(cancellationToken: Cancellation);
        return provider;
    }
}
