using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Support;

/// <summary>A storage that keeps tokens in memory, and has trouble when a test says so.</summary>
internal sealed class StubbornTokenStorage : ITokenStorage
{
    private readonly MemoryTokenStorage _inner = new();

    /// <summary>The resource server whose token cannot be removed.</summary>
    public string? Stuck { get; set; }

    public bool IsUnreadable { get; set; }

    public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfUnreadable();
        return _inner.GetAllAsync(cancellationToken);
    }

    public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ThrowIfUnreadable();
        return _inner.GetAsync(resourceServer, cancellationToken);
    }

    public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default) => _inner.StoreAsync(tokens, cancellationToken);

    public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default) =>
        resourceServer == Stuck ? throw new TokenStorageException("It sticks.") : _inner.RemoveAsync(resourceServer, cancellationToken);

    private void ThrowIfUnreadable()
    {
        if (IsUnreadable)
        {
            throw new TokenStorageException("It cannot be read.");
        }
    }
}
