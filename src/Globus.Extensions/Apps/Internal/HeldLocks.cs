using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>Several locks that are released together, the last one first.</summary>
internal sealed class HeldLocks : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _locks = [];

    private HeldLocks()
    {
    }

    /// <summary>Takes them in the order of their resource servers, so that two who do it cannot wait for each other.</summary>
    public static async ValueTask<IAsyncDisposable> TakeAsync(ITokenRenewalLock renewalLock, IEnumerable<TokenRenewalKey> keys, CancellationToken cancellationToken)
    {
        var held = new HeldLocks();
        try
        {
            foreach (var key in keys.OrderBy(static key => key.ResourceServer, StringComparer.Ordinal))
            {
                held._locks.Push(await renewalLock.AcquireAsync(key, cancellationToken).ConfigureAwait(false));
            }

            return held;
        }
        catch
        {
            await held.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_locks.TryPop(out var held))
        {
            await held.DisposeAsync().ConfigureAwait(false);
        }
    }
}
