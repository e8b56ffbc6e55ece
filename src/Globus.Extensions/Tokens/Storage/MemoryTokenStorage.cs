using System.Collections.Immutable;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Keeps tokens in memory. They are gone with the process, and with this object.</summary>
/// <remarks>Thread-safe. A read takes no lock and sees the state of one moment.</remarks>
public sealed class MemoryTokenStorage : ITokenStorage
{
    private ImmutableDictionary<string, TokenData> _tokens = ImmutableDictionary<string, TokenData>.Empty;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, TokenData>> GetAllAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Volatile.Read(ref _tokens));
    }

    /// <inheritdoc/>
    public ValueTask<TokenData?> GetAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Volatile.Read(ref _tokens).GetValueOrDefault(resourceServer));
    }

    /// <inheritdoc/>
    public ValueTask StoreAsync(IEnumerable<TokenData> tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        cancellationToken.ThrowIfCancellationRequested();

        // Walked through once: the update below may run again when another one was quicker.
        var added = tokens.Select(static token => KeyValuePair.Create(token.ResourceServer, token)).ToArray();
        ImmutableInterlocked.Update(ref _tokens, static (current, added) => current.SetItems(added), added);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string resourceServer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceServer);
        cancellationToken.ThrowIfCancellationRequested();
        return new(ImmutableInterlocked.TryRemove(ref _tokens, resourceServer, out _));
    }
}
