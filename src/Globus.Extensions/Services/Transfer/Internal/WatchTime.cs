using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>The time that a watch may take: until a limit, or until its caller has enough of it.</summary>
internal sealed class WatchTime : IDisposable
{
    // Timers of .NET count milliseconds in 32 bits, which is about 49 days.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1L);
    private static readonly TimeSpan LongestPause = LongestTimer / 2;

    private readonly TimeProvider _clock;
    private readonly TimeSpan _limit;
    private readonly long _started;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public WatchTime(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        (_clock, _limit, _caller) = (clock, limit, caller);
        _started = clock.GetTimestamp();
        _timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>How long the watch has lasted.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_started);

    public bool IsUp => _timer.IsCancellationRequested;

    public bool IsCallerGone => _caller.IsCancellationRequested;

    public void ThrowIfCallerIsGone() => _caller.ThrowIfCancellationRequested();

    /// <summary>Begins a step of the watch, whose token is cancelled when the time is up or the caller has gone.</summary>
    public CancellationToken Start()
    {
        if (_limit != Timeout.InfiniteTimeSpan)
        {
            var left = _limit - Elapsed;
            if (left <= TimeSpan.Zero)
            {
                _timer.Cancel();
            }
            else
            {
                _timer.CancelAfter(TimeSpans.Shorter(left, LongestTimer)); // Set anew at each step, and no step takes longer.
            }
        }

        return _either.Token;
    }

    /// <summary>Lets a time pass, or as much of it as a step may take.</summary>
    /// <exception cref="OperationCanceledException">The time is up, or the caller has gone.</exception>
    public Task PassAsync(TimeSpan time) => Task.Delay(TimeSpans.Shorter(time, LongestPause), _clock, Start());

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
