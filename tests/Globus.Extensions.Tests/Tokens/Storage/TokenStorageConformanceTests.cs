using Globus.Extensions.Testing;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>The shipped suite finds what is wrong with a storage, and says it.</summary>
public sealed class TokenStorageConformanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_check_has_a_name_of_its_own() => TokenStorageConformance.Checks.ShouldBeUnique();

    [Fact]
    public async Task A_storage_that_does_all_of_it_passes_every_check_that_applies()
    {
        var suite = new Suite((_, _) => new MemoryTokenStorage());

        var count = await suite.RunAllAsync(Cancellation);

        count.ShouldBeGreaterThan(20);
        count.ShouldBeLessThan(TokenStorageConformance.Checks.Count);
        (await suite.RunAsync("Keeps namespaces apart", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task All_that_is_wrong_is_reported_together()
    {
        var suite = new Suite((_, _) => NullTokenStorage.Instance);

        var error = await Should.ThrowAsync<AggregateException>(() => suite.RunAllAsync(Cancellation));

        error.InnerExceptions.Count.ShouldBeGreaterThan(10);
        error.InnerExceptions.ShouldAllBe(failure => failure is TokenStorageConformanceException);
        error.Message.ShouldContain("GetAsync gave no record of \"a.example\", which was stored");
    }

    [Fact]
    public async Task A_record_that_comes_back_changed_is_reported_with_its_members()
    {
        var suite = new Suite((_, _) => new ForgetfulStorage());

        var error = await Should.ThrowAsync<TokenStorageConformanceException>(() => suite.RunAsync("Gives back every member of a record", Cancellation));

        error.Check.ShouldBe("Gives back every member of a record");
        error.Message.ShouldContain("RefreshToken is null instead of \"refresh-of-access-1\"");
    }

    [Fact]
    public async Task An_exception_of_the_storage_is_reported_with_the_check()
    {
        var suite = new Suite((_, _) => throw new TokenStorageException("The vault is sealed."));

        var error = await Should.ThrowAsync<TokenStorageConformanceException>(() => suite.RunAsync("Is empty at first", Cancellation));

        error.Message.ShouldBe("Is empty at first: the storage threw TokenStorageException: The vault is sealed.");
        error.InnerException.ShouldBeOfType<TokenStorageException>();
    }

    [Fact]
    public async Task Storages_that_claim_to_share_and_do_not_are_found_out()
    {
        var suite = new Suite((_, _) => new MemoryTokenStorage(), isShared: true);

        var error = await Should.ThrowAsync<TokenStorageConformanceException>(() => suite.RunAsync("Storages see each other's changes", Cancellation));

        error.Message.ShouldContain("of the second storage");
    }

    [Fact]
    public async Task A_namespace_that_is_ignored_is_found_out()
    {
        var places = new System.Collections.Concurrent.ConcurrentDictionary<string, MemoryTokenStorage>();
        var suite = new Suite((place, _) => places.GetOrAdd(place, _ => new MemoryTokenStorage()), isShared: true, hasNamespaces: true);

        (await Should.ThrowAsync<TokenStorageConformanceException>(() => suite.RunAsync("Keeps namespaces apart", Cancellation)))
            .Message.ShouldContain("of another namespace");
    }

    [Fact]
    public async Task A_storage_is_disposed_when_its_check_ends()
    {
        var storage = new DisposableStorage();

        await new Suite((_, _) => storage).RunAsync("Is empty at first", Cancellation);

        storage.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_check_that_is_not_known_and_a_cancelled_one_are_no_failures_of_the_storage()
    {
        var suite = new Suite((_, _) => new MemoryTokenStorage());

        await Should.ThrowAsync<ArgumentException>(() => suite.RunAsync("Makes coffee", Cancellation));
        await Should.ThrowAsync<OperationCanceledException>(() => suite.RunAllAsync(new CancellationToken(canceled: true)));
    }

    private sealed class Suite(Func<string, string, ITokenStorage> open, bool isShared = false, bool hasNamespaces = false) : TokenStorageConformance
    {
        protected override bool IsShared => isShared;

        protected override bool HasNamespaces => hasNamespaces;

        protected override ValueTask<ITokenStorage> OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken) =>
            new(open(place, tokenNamespace));
    }

    private sealed class ForgetfulStorage : ITokenStorage
    {
        private readonly MemoryTokenStorage _inner = new();

        public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default) => _inner.GetAllAsync(cancellationToken);

        public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default) => _inner.GetAsync(resourceServer, cancellationToken);

        public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default) =>
            _inner.StoreAsync(tokens.Select(token => token with { RefreshToken = null }), cancellationToken);

        public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default) => _inner.RemoveAsync(resourceServer, cancellationToken);
    }

    private sealed class DisposableStorage : ITokenStorage, IDisposable
    {
        private readonly MemoryTokenStorage _inner = new();

        public bool IsDisposed { get; private set; }

        public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default) => _inner.GetAllAsync(cancellationToken);

        public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default) => _inner.GetAsync(resourceServer, cancellationToken);

        public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default) => _inner.StoreAsync(tokens, cancellationToken);

        public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default) => _inner.RemoveAsync(resourceServer, cancellationToken);

        public void Dispose() => IsDisposed = true;
    }
}
