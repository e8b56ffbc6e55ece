using Globus.Extensions.Sqlite;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.StorageTests.Sqlite;

/// <summary>The lock that a renewal takes, between the storages of one database.</summary>
public sealed class SqliteRenewalLockTests : IDisposable
{
    private static readonly TokenRenewalKey Key = new("client/DEFAULT", null, "transfer.api.globus.org");

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["folder/tokens.db"];

    [Fact]
    public async Task One_key_is_held_once_and_passed_on()
    {
        var first = await new SqliteTokenStorage(FilePath).AcquireAsync(Key, Cancellation);
        var second = new SqliteTokenStorage(FilePath).AcquireAsync(Key, Cancellation).AsTask();
        second.IsCompleted.ShouldBeFalse();

        await first.DisposeAsync();
        await first.DisposeAsync();

        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Other_keys_and_the_tokens_are_free_meanwhile()
    {
        var storage = new SqliteTokenStorage(FilePath);
        await using var held = await storage.AcquireAsync(Key, Cancellation);

        await using var other = await storage.AcquireAsync(Key with { ResourceServer = "groups.api.globus.org" }, Cancellation);
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
    }

    [Fact]
    public async Task Another_process_that_never_lets_go_is_reported()
    {
        await (await new SqliteTokenStorage(FilePath).AcquireAsync(Key, Cancellation)).DisposeAsync();
        var lockFile = Directory.GetFiles(_directory["folder"], "*.lock").ShouldHaveSingleItem();
        await using var other = new FileStream(lockFile, FileMode.Open, FileAccess.Write, FileShare.None);
        var clock = new LeapingTimeProvider();

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await new SqliteTokenStorage(FilePath, timeProvider: clock).AcquireAsync(Key, Cancellation));

        error.Message.ShouldContain($"another process has held the lock file '{lockFile}' for 10 minutes");
        clock.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Waiting_can_be_cancelled_and_leaves_nothing_held()
    {
        var storage = new SqliteTokenStorage(FilePath);
        var held = await storage.AcquireAsync(Key, Cancellation);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var waiting = storage.AcquireAsync(Key, cancellation.Token).AsTask();

        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);

        await held.DisposeAsync();
        await (await storage.AcquireAsync(Key, Cancellation)).DisposeAsync();
    }

    public void Dispose() => _directory.Dispose();
}
