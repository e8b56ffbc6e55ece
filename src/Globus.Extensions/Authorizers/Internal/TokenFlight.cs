using System.Net.Http.Headers;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>One renewal under way, with all who wait for it.</summary>
internal sealed class TokenFlight(AuthenticationHeaderValue? rejected, int epoch, bool isEarly)
{
    private readonly TaskCompletionSource<PublishedToken> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The header that must not come back.</summary>
    public AuthenticationHeaderValue? Rejected => rejected;

    /// <summary>What was wanted of the token when it began.</summary>
    public int Epoch => epoch;

    /// <summary>Whether it is in the background, ahead of the token's end.</summary>
    public bool IsEarly => isEarly;

    /// <summary>Whether the token it brought was issued just now, and not found in the storage.</summary>
    public bool BroughtNew { get; set; }

    /// <summary>Why it was undertaken, in a word for telemetry.</summary>
    public string Reason => isEarly ? "early" : rejected is null ? "needed" : "rejected";

    public Task<PublishedToken> Landed => _outcome.Task;

    public void Land(PublishedToken token) => _outcome.SetResult(token);

    public void Crash(Exception exception)
    {
        _outcome.SetException(exception);
        _ = _outcome.Task.Exception; // Nobody may be waiting any more.
    }
}
