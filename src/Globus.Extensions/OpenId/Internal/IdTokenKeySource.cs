namespace Globus.Extensions.OpenId.Internal;

/// <summary>
/// Keeps a key set for as long as it serves. One fetch at a time, shared by all who need it; a caller who gives up stops waiting and
/// no more. Thread-safe.
/// </summary>
internal sealed class IdTokenKeySource(Func<CancellationToken, Task<IdTokenKeySet>> fetch, TimeProvider timeProvider)
{
    /// <summary>Tokens with made-up keys must not become as many requests.</summary>
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private IdTokenKeySet? _current;
    private Task<IdTokenKeySet>? _flight;
    private long? _refreshedAt;

    /// <summary>The keys, fetched at the first call.</summary>
    public ValueTask<IdTokenKeySet> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _current) is { } current ? new(current) : new(Join().WaitAsync(cancellationToken));

    /// <summary>Newer keys than those that did not serve, or the same if they were asked for a moment ago.</summary>
    public ValueTask<IdTokenKeySet> GetNewerAsync(IdTokenKeySet seen, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_current, seen))
            {
                return new(_current!);
            }

            if (_flight is null)
            {
                if (_refreshedAt is { } last && timeProvider.GetElapsedTime(last) < BetweenRefreshes)
                {
                    return new(seen);
                }

                _refreshedAt = timeProvider.GetTimestamp();
            }
        }

        return new(Join().WaitAsync(cancellationToken));
    }

    private Task<IdTokenKeySet> Join()
    {
        TaskCompletionSource<IdTokenKeySet> flight;
        lock (_gate)
        {
            if (_flight is not null)
            {
                return _flight;
            }

            flight = new TaskCompletionSource<IdTokenKeySet>(TaskCreationOptions.RunContinuationsAsynchronously);
            _flight = flight.Task;
        }

        _ = RunAsync(flight);
        return flight.Task;
    }

    // The HttpClient keeps the time, so that it ends although nobody may be waiting.
    private async Task RunAsync(TaskCompletionSource<IdTokenKeySet> flight)
    {
        IdTokenKeySet? fetched = null;
        Exception? failure = null;
        try
        {
            fetched = await fetch(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_gate)
        {
            Volatile.Write(ref _current, fetched ?? _current);
            _flight = null;
        }

        if (failure is null)
        {
            flight.SetResult(fetched!);
        }
        else
        {
            flight.SetException(failure);
            _ = flight.Task.Exception; // Nobody may be waiting any more.
        }
    }
}
