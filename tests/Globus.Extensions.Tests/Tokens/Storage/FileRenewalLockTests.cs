using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>The renewal lock beside a token file, as far as one process shows it.</summary>
public sealed class FileRenewalLockTests : IDisposable
{
    private static readonly TokenRenewalKey Key = new("app", null, "a.example");

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens.json"];

    [Fact]
    public async Task The_file_and_the_record_are_what_is_locked_whatever_the_app_is_called()
    {
        var storage = new JsonTokenStorage(FilePath);
        var hold = await storage.AcquireAsync(Key, Cancellation);

        var same = new JsonTokenStorage(FilePath).AcquireAsync(Key with { App = "another name" }, Cancellation).AsTask();
        await using var otherServer = await storage.AcquireAsync(Key with { ResourceServer = "b.example" }, Cancellation);
        await using var otherNamespace = await new JsonTokenStorage(FilePath, "other").AcquireAsync(Key, Cancellation);

        same.IsCompleted.ShouldBeFalse();
        await hold.DisposeAsync();
        await hold.DisposeAsync();
        await (await same).DisposeAsync();
    }

    [Fact]
    public async Task It_does_not_keep_its_holder_from_storing()
    {
        var storage = new NativeAppsTokenStorage(FilePath, "client");
        await using var hold = await storage.AcquireAsync(Key, Cancellation);

        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        (await storage.GetAllAsync(Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_that_another_process_never_releases_is_reported()
    {
        await using (await new JsonTokenStorage(FilePath).AcquireAsync(Key, Cancellation))
        {
            // Only to learn its name.
        }

        var lockFile = _directory.FileNames.ShouldHaveSingleItem();
        await using var foreign = new FileStream(_directory[lockFile], FileMode.Open, FileAccess.Write, FileShare.None);
        var clock = new LeapingTimeProvider();

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await new JsonTokenStorage(FilePath, timeProvider: clock).AcquireAsync(Key, Cancellation));

        error.Message.ShouldContain(lockFile);
        error.Message.ShouldContain("for 600 seconds");
        clock.Waited.ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task Waiting_for_it_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var storage = new JsonTokenStorage(FilePath);
        await using var hold = await storage.AcquireAsync(Key, Cancellation);
        var waiting = storage.AcquireAsync(Key, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task An_app_uses_the_lock_of_its_storage_unless_the_application_has_its_own()
    {
        var storage = new LockingStorage();
        var own = new LockingStorage();
        await using var shared = Build(storage, null);
        await using var chosen = Build(storage, own);

        await Should.ThrowAsync<MissingTokenException>(async () => await shared.GetRequiredService<IGlobusApp>().GetAuthorizerAsync("groups.api.globus.org", Cancellation));
        (storage.Taken, own.Taken).ShouldBe((1, 0));

        await Should.ThrowAsync<MissingTokenException>(async () => await chosen.GetRequiredService<IGlobusApp>().GetAuthorizerAsync("groups.api.globus.org", Cancellation));
        (storage.Taken, own.Taken).ShouldBe((1, 1));
    }

    public void Dispose() => _directory.Dispose();

    private static ServiceProvider Build(LockingStorage storage, ITokenRenewalLock? own)
    {
        var services = TestApps.Services();
        if (own is not null)
        {
            services.AddSingleton(own);
        }

        services.AddGlobus(options => (options.ClientId, options.TokenStorage, options.OnLoginRequired) = (TestApps.NativeClientId, "locking", Extensions.Configuration.LoginRequiredBehavior.Throw))
            .AddTokenStorage("locking", storage);
        return services.Build();
    }

    private sealed class LockingStorage : ITokenStorage, ITokenRenewalLock
    {
        private readonly MemoryTokenStorage _tokens = new();

        public int Taken { get; private set; }

        public ValueTask<IAsyncDisposable> AcquireAsync(TokenRenewalKey key, CancellationToken cancellationToken = default)
        {
            Taken++;
            return new(new MemoryStream());
        }

        public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default) => _tokens.GetAllAsync(cancellationToken);

        public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default) => _tokens.GetAsync(resourceServer, cancellationToken);

        public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default) => _tokens.StoreAsync(tokens, cancellationToken);

        public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default) => _tokens.RemoveAsync(resourceServer, cancellationToken);
    }
}
