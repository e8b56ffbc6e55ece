namespace Globus.Extensions.Apps.Internal;

/// <summary>Several locks that are released together, the last one first.</summary>
internal sealed class HeldLocks : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _locks = [];

    public void Add(IAsyncDisposable held) => _locks.Push(held);

    public async ValueTask DisposeAsync()
    {
        while (_locks.TryPop(out var held))
        {
            await held.DisposeAsync().ConfigureAwait(false);
        }
    }
}
