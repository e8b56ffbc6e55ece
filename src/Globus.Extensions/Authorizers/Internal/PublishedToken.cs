using System.Net.Http.Headers;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>A token as requests use it: its header held ready, its two thresholds in ticks of UTC.</summary>
internal sealed class PublishedToken
{
    private volatile bool _isWithdrawn;
    private volatile bool _wasRejected;

    /// <summary>Works out how long the token is used.</summary>
    /// <param name="data">The token.</param>
    /// <param name="settings">The thresholds.</param>
    /// <param name="lifetime">How long it lives in all, if it was just issued.</param>
    /// <param name="canRenew">Whether there is any use in renewing it ahead of its end.</param>
    public PublishedToken(TokenData data, TokenRenewalSettings settings, TimeSpan? lifetime, bool canRenew)
    {
        Data = data;
        Header = new IssuedHeader(data.AccessToken);

        // A token that lives for minutes only must not spend its life in the window in which it is renewed, or beyond the margin.
        var margin = settings.ExpiryMargin;
        var window = settings.RenewBefore;
        if (lifetime is { } whole)
        {
            margin = TimeSpans.Shorter(margin, whole / 8);
            window = TimeSpans.Shorter(window, whole / 4);
        }

        UsableUntil = (data.ExpiresAt - margin).UtcTicks;
        RenewAt = canRenew ? (data.ExpiresAt - window).UtcTicks : long.MaxValue;
    }

    public TokenData Data { get; }

    public AuthenticationHeaderValue Header { get; }

    public long UsableUntil { get; }

    public long RenewAt { get; }

    /// <summary>Whether a service refused the token and no other could be had: it is not sent any more.</summary>
    public bool WasRejected => _wasRejected;

    /// <summary>Whether the token may be sent at this moment, in ticks of UTC.</summary>
    public bool IsUsable(long now) => now < UsableUntil && !_wasRejected && !_isWithdrawn;

    public void Reject() => _wasRejected = true;

    /// <summary>What is wanted of the token has changed: whoever needs it next looks whether it still will do.</summary>
    public void Withdraw() => _isWithdrawn = true;

    public bool IsSame(AuthenticationHeaderValue? header) =>
        header is not null && string.Equals(header.Parameter, Data.AccessToken, StringComparison.Ordinal);
}
