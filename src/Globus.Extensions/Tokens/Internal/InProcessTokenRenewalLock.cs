namespace Globus.Extensions.Tokens.Internal;

/// <summary>The default renewal lock: it excludes within this process.</summary>
internal sealed class InProcessTokenRenewalLock : ITokenRenewalLock
{
    private readonly KeyedAsyncLock<TokenRenewalKey> _locks = new();

    /// <summary>How many keys are held or waited for.</summary>
    internal int Count => _locks.Count;

    public ValueTask<IAsyncDisposable> AcquireAsync(TokenRenewalKey key, CancellationToken cancellationToken = default) =>
        _locks.AcquireAsync(key, cancellationToken);
}
