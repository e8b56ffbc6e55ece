using System.Net.Http.Headers;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>A token as requests use it: its header held ready, its two thresholds in ticks of UTC.</summary>
internal sealed class PublishedToken
{
    /// <summary>Works out how long the token is used.</summary>
    /// <param name="data">The token.</param>
    /// <param name="settings">The thresholds.</param>
    /// <param name="lifetime">How long it lives in all, if it was just issued.</param>
    public PublishedToken(TokenData data, TokenRenewalSettings settings, TimeSpan? lifetime)
    {
        Data = data;
        Header = new AuthenticationHeaderValue("Bearer", data.AccessToken);

        // A token that lives for minutes only must not spend its life in the window in which it is renewed, or beyond the margin.
        var margin = settings.ExpiryMargin;
        var window = settings.RenewBefore;
        if (lifetime is { } whole)
        {
            margin = Shorter(margin, whole / 8);
            window = Shorter(window, whole / 4);
        }

        UsableUntil = (data.ExpiresAt - margin).UtcTicks;
        RenewAt = Math.Min(UsableUntil, (data.ExpiresAt - window).UtcTicks);
    }

    public TokenData Data { get; }

    public AuthenticationHeaderValue Header { get; }

    public long UsableUntil { get; }

    public long RenewAt { get; }

    /// <summary>Set when a service refused the token and no other could be had: it is not sent any more.</summary>
    public bool WasRejected { get; private set; }

    public void Reject() => WasRejected = true;

    public bool IsSame(AuthenticationHeaderValue? header) =>
        header is not null && string.Equals(header.Parameter, Data.AccessToken, StringComparison.Ordinal);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
