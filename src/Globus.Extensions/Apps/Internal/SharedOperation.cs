namespace Globus.Extensions.Apps.Internal;

/// <summary>
/// An operation that all who need it at the same time share, with its outcome. It is cancelled when nobody waits for it any more, or
/// when its owner ends.
/// </summary>
internal sealed class SharedOperation(CancellationToken lifetime)
{
    private readonly Lock _gate = new();
    private Flight? _flight;

    /// <summary>Waits for the run that is under way, or starts one.</summary>
    /// <param name="operation">What to do if none is under way.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task JoinAsync(Func<CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        Flight flight;
        var isFirst = false;
        lock (_gate)
        {
            if (_flight is null)
            {
                _flight = new Flight(CancellationTokenSource.CreateLinkedTokenSource(lifetime));
                isFirst = true;
            }

            flight = _flight;
            flight.Waiters++;
        }

        if (isFirst)
        {
            _ = RunAsync(flight, operation);
        }

        try
        {
            await flight.Outcome.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(flight);
        }
    }

    private void Leave(Flight flight)
    {
        lock (_gate)
        {
            if (--flight.Waiters > 0 || flight.HasEnded)
            {
                return;
            }

            // Whoever comes next starts anew instead of joining what is being given up.
            _flight = ReferenceEquals(_flight, flight) ? null : _flight;

            // Within the lock, since the end of the run disposes the source; elsewhere, since the callbacks are anybody's.
            _ = flight.Cancellation.CancelAsync();
        }
    }

    private async Task RunAsync(Flight flight, Func<CancellationToken, Task> operation)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Exception? failure = null;
        try
        {
            await operation(flight.Cancellation.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_gate)
        {
            _flight = ReferenceEquals(_flight, flight) ? null : _flight;
            flight.HasEnded = true;
            flight.Cancellation.Dispose();
        }

        if (failure is null)
        {
            flight.Outcome.SetResult();
        }
        else
        {
            flight.Outcome.SetException(failure);
            _ = flight.Outcome.Task.Exception; // Nobody may be waiting any more.
        }
    }

    private sealed class Flight(CancellationTokenSource cancellation)
    {
        public CancellationTokenSource Cancellation { get; } = cancellation;

        public TaskCompletionSource Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Waiters { get; set; }

        public bool HasEnded { get; set; }
    }
}
