namespace Globus.Extensions.OpenId.Internal;

/// <summary>
/// Keeps a key set for a day, so that a key which Globus Auth withdraws does not serve for ever; for longer where no other can be had. One fetch at a time,
/// shared by all who need it; a caller who gives up stops waiting and no more. Thread-safe.
/// </summary>
internal sealed class IdTokenKeySource(Func<CancellationToken, Task<IdTokenKeySet>> fetch, TimeProvider timeProvider)
{
    /// <summary>Tokens with made-up keys must not become as many requests.</summary>
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestAge = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private IdTokenKeySet? _current;
    private Task<IdTokenKeySet>? _flight;
    private long? _refreshedAt;
    private long _fetchedAt;

    /// <summary>The keys, fetched at the first call and when they have come of age.</summary>
    public ValueTask<IdTokenKeySet> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _current) is not { } current)
        {
            return new(Join().WaitAsync(cancellationToken));
        }

        return timeProvider.GetElapsedTime(Volatile.Read(ref _fetchedAt)) < LongestAge ? new(current) : GetYoungerAsync(current, cancellationToken);
    }

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

    // A service that cannot be reached for the moment has not withdrawn its keys.
    private async ValueTask<IdTokenKeySet> GetYoungerAsync(IdTokenKeySet current, CancellationToken cancellationToken)
    {
        try
        {
            return await GetNewerAsync(current, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException or GlobusException)
        {
            return current;
        }
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
            if (fetched is not null)
            {
                Volatile.Write(ref _fetchedAt, timeProvider.GetTimestamp());
                Volatile.Write(ref _current, fetched);
            }

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
