namespace Globus.Extensions.Tokens;

/// <summary>Lets one holder at a time renew the tokens of an app, identity and resource server.</summary>
/// <remarks>
/// The default excludes within the process. A storage that several processes share may implement this interface, too: an app that
/// keeps its tokens there then uses it, unless the application has registered a lock of its own.
/// Implementations are thread-safe and not reentrant.
/// </remarks>
public interface ITokenRenewalLock
{
    /// <summary>Waits until nobody else holds the key, and takes it.</summary>
    /// <param name="key">What is to be renewed. Different keys do not wait for each other.</param>
    /// <param name="cancellationToken">Ends the wait; without effect once the key is held.</param>
    /// <returns>The hold: disposing it lets the next one in, disposing it again does nothing.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled; nothing is held.</exception>
    ValueTask<IAsyncDisposable> AcquireAsync(TokenRenewalKey key, CancellationToken cancellationToken = default);
}
