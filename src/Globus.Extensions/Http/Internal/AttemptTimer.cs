using System.Collections.Concurrent;

namespace Globus.Extensions.Http.Internal;

/// <summary>Ends an attempt when its time is up or its caller gives up; pooled, because every request needs one.</summary>
internal sealed class AttemptTimer(TimeProvider timeProvider)
{
    private const int MostKept = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _free = [];

    /// <summary>Starts the time of an attempt.</summary>
    public Lease Start(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!_free.TryDequeue(out var source))
        {
            source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        }

        var registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            source.CancelAfter(timeout);
        }

        return new Lease(this, source, registration);
    }

    private void Return(CancellationTokenSource source)
    {
        if (_free.Count < MostKept && source.TryReset())
        {
            _free.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }

    internal readonly struct Lease(AttemptTimer owner, CancellationTokenSource source, CancellationTokenRegistration registration) : IDisposable
    {
        public CancellationToken Token => source.Token;

        public void Dispose()
        {
            // Waits for a callback that is running, so that it cannot cancel the next user of the source.
            registration.Dispose();
            owner.Return(source);
        }
    }
}
