namespace Globus.Extensions.OAuth.Internal;

/// <summary>How far a machine's clock is off, as the answers of Globus Auth tell it. Thread-safe.</summary>
internal sealed class ServerTime
{
    /// <summary>
    /// What is not worth a correction: the header has whole seconds, clocks drift, and every token has a margin that is far wider. A clock that is right
    /// stays as it is, so that times do not jitter.
    /// </summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What no clock can be off by: certificates live for about a year at most, so that with such a clock there would be no connection. The server is the
    /// one that is wrong.
    /// </summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(400);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private long _offset;
    private volatile bool _isKnown;

    /// <summary>What to add to the machine's clock; zero until an answer proves it wrong.</summary>
    public TimeSpan Offset => new(Volatile.Read(ref _offset));

    /// <summary>Whether an answer has told the time.</summary>
    public bool IsKnown => _isKnown;

    /// <summary>Takes notice of an answer that was made at some moment after it was asked for and before it came.</summary>
    /// <param name="date">Its <c>Date</c> header, the second in which it was made (RFC 9110, section 6.6.1); <see langword="null"/> tells nothing.</param>
    /// <param name="received">When it came, by the machine's clock.</param>
    /// <param name="took">How long it had been waited for.</param>
    /// <returns>Whether the offset is another one now.</returns>
    public bool Observe(DateTimeOffset? date, DateTimeOffset received, TimeSpan took)
    {
        if (date is not { } made)
        {
            return false;
        }

        _isKnown = true;
        var behind = made - received;
        var least = behind - Tolerance;
        var most = behind + Second + took + Tolerance;
        if (IsWithin(Offset))
        {
            return false;
        }

        // Answers are made at the end of the wait rather than at its beginning.
        var offset = IsWithin(TimeSpan.Zero) ? TimeSpan.Zero : behind + (Second / 2);
        if (offset.Duration() > Furthest)
        {
            return false;
        }

        Volatile.Write(ref _offset, offset.Ticks);
        return true;

        bool IsWithin(TimeSpan possible) => least <= possible && possible <= most;
    }
}
