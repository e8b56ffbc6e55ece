using System.Collections.ObjectModel;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Keeps nothing: what is stored is forgotten at once.</summary>
/// <remarks>For programs that get a new token whenever they start and must leave no trace. Thread-safe.</remarks>
public sealed class NullTokenStorage : ITokenStorage
{
    private NullTokenStorage()
    {
    }

    /// <summary>The one instance.</summary>
    public static NullTokenStorage Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(ReadOnlyDictionary<string, TokenData>.Empty);
    }

    /// <inheritdoc/>
    public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        cancellationToken.ThrowIfCancellationRequested();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        cancellationToken.ThrowIfCancellationRequested();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        cancellationToken.ThrowIfCancellationRequested();
        return new(false);
    }
}
