using System.Diagnostics;
using System.Net.Http.Headers;
using Globus.Extensions.Diagnostics;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>
/// The token of one resource server, renewed by one flight at a time however many callers need it. Whoever holds a usable token takes
/// no lock, reads no storage and allocates nothing.
/// </summary>
internal sealed class TokenRenewer
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly TokenSource _source;
    private readonly TokenRenewalSettings _settings;
    private readonly Lock _gate = new();
    private PublishedToken? _current;
    private TokenFlight? _flight;
    private UnsavedToken? _unsaved;
    private int _epoch;
    private long _noBackgroundUntil;

    public TokenRenewer(TokenSource source, TokenRenewalSettings settings, TokenData? initial = null)
    {
        _source = source;
        _settings = settings;
        _current = initial is null ? null : Describe(initial, lifetime: null);
    }

    /// <summary>The key under which renewals of this token exclude each other.</summary>
    public TokenRenewalKey LockKey => new(_settings.LockOwner, null, _source.ResourceServer);

    /// <summary>The token in hand, usable or not.</summary>
    public TokenData? Current => Volatile.Read(ref _current)?.Data;

    /// <summary>Whether a usable token is in hand. A look, without the consequences of <see cref="TryGetHeader"/>.</summary>
    public bool HasUsable => Volatile.Read(ref _current) is { } current && current.IsUsable(Now);

    private long Now => _settings.TimeProvider.GetUtcNow().UtcTicks;

    /// <summary>Whether a service refused this token, and no other could be had since.</summary>
    public bool WasRejected(TokenData token) =>
        Volatile.Read(ref _current) is { WasRejected: true } current && string.Equals(current.Data.AccessToken, token.AccessToken, StringComparison.Ordinal);

    /// <summary>The header of the token in hand, or <see langword="null"/> if there is none that may be used.</summary>
    public AuthenticationHeaderValue? TryGetHeader()
    {
        if (Volatile.Read(ref _current) is not { } current)
        {
            return null;
        }

        var now = Now;
        if (!current.IsUsable(now))
        {
            return null;
        }

        if (now >= current.RenewAt && now >= Volatile.Read(ref _noBackgroundUntil))
        {
            RenewInBackground(current);
        }

        return current.Header;
    }

    /// <summary>The header of a usable token; completes at once while one is in hand.</summary>
    public ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(CancellationToken cancellationToken) =>
        TryGetHeader() is { } header ? new(header) : new(ObtainAsync(null, cancellationToken)!);

    /// <summary>Another header than the rejected one, or <see langword="null"/> if the source has no other.</summary>
    public async ValueTask<AuthenticationHeaderValue?> ReplaceAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
    {
        var header = await ObtainAsync(rejected, cancellationToken).ConfigureAwait(false);
        return string.Equals(header.Parameter, rejected.Parameter, StringComparison.Ordinal) ? null : header;
    }

    /// <summary>Uses a token that a login just brought and that is stored. Called with the renewal lock held.</summary>
    public void Adopt(TokenData token)
    {
        var published = Describe(token, token.ExpiresAt - _settings.TimeProvider.GetUtcNow());
        lock (_gate)
        {
            _unsaved = null;
            _current = published;
        }
    }

    /// <summary>What is wanted of the token has changed: whoever needs it next reads the storage and looks whether it will do.</summary>
    public void Withdraw()
    {
        lock (_gate)
        {
            _epoch++;
            _current?.Withdraw();
        }
    }

    /// <summary>Forgets what is in hand. Called with the renewal lock held.</summary>
    /// <returns>The tokens that were in hand, stored or not.</returns>
    public IReadOnlyList<TokenData> Forget()
    {
        lock (_gate)
        {
            TokenData?[] forgotten = [_current?.Data, _unsaved?.Token];
            _current = null;
            _unsaved = null;
            return [.. forgotten.OfType<TokenData>()];
        }
    }

    private async Task<AuthenticationHeaderValue> ObtainAsync(AuthenticationHeaderValue? rejected, CancellationToken cancellationToken)
    {
        while (true)
        {
            TokenFlight flight;
            var isOwn = false;
            lock (_gate)
            {
                if (_current is { } current && !current.IsSame(rejected) && current.IsUsable(Now))
                {
                    return current.Header;
                }

                if (_flight is null)
                {
                    _flight = new TokenFlight(rejected, _epoch, isEarly: false);
                    isOwn = true;
                }

                flight = _flight;
            }

            if (isOwn)
            {
                _ = FlyAsync(flight);
            }

            try
            {
                var result = await flight.Landed.WaitAsync(cancellationToken).ConfigureAwait(false);

                // A flight of somebody else may have begun before our token was rejected and have brought just that one.
                if (isOwn || !result.IsSame(rejected))
                {
                    return result.Header;
                }
            }
            catch (Exception) when (!isOwn && flight.IsEarly && !cancellationToken.IsCancellationRequested && !_settings.Lifetime.IsCancellationRequested)
            {
                // It was not undertaken for us, so it did not try all that it would for a token that is needed.
            }
        }
    }

    private void RenewInBackground(PublishedToken current)
    {
        TokenFlight flight;
        lock (_gate)
        {
            if (_flight is not null || !ReferenceEquals(_current, current))
            {
                return;
            }

            // As if it had been rejected: whatever comes must be another token.
            _flight = flight = new TokenFlight(current.Header, _epoch, isEarly: true);
        }

        _ = FlyAsync(flight);
    }

    // Never throws: its outcome is the flight's. Whoever started it owns neither its end nor its cancellation.
    private async Task FlyAsync(TokenFlight flight)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var token = await RenewAsync(flight).ConfigureAwait(false);
            Volatile.Write(ref _noBackgroundUntil, 0); // By a clock that this answer may have set back.
            lock (_gate)
            {
                _flight = null;
            }

            flight.Land(token);
        }
        catch (Exception exception)
        {
            Volatile.Write(ref _noBackgroundUntil, (_settings.TimeProvider.GetUtcNow() + PauseAfterFailure).UtcTicks);
            lock (_gate)
            {
                _flight = null;
                if (!flight.IsEarly && _current is { } current && current.IsSame(flight.Rejected))
                {
                    current.Reject();
                }
            }

            if (flight.IsEarly && exception is not OperationCanceledException)
            {
                TokenLog.EarlyRenewalFailed(_settings.Logger, _source.ResourceServer, exception);
            }

            flight.Crash(exception);
        }
    }

    private Task<PublishedToken> RenewAsync(TokenFlight flight) => _settings.Telemetry.TokenRenewal.RunAsync(
        (Renewer: this, Flight: flight),
        static renewal => renewal.Renewer.TakeOrRequestAsync(renewal.Flight),
        static (renewal, token) => new TagList
        {
            { GlobusTelemetry.ResourceServerAttribute, renewal.Renewer._source.ResourceServer },
            { GlobusTelemetry.TokenRenewalReasonAttribute, renewal.Flight.Reason },
            { GlobusTelemetry.TokenOriginAttribute, token is null ? null : renewal.Flight.BroughtNew ? "grant" : "storage" },
        });

    private async Task<PublishedToken> TakeOrRequestAsync(TokenFlight flight)
    {
        var cancellationToken = _settings.Lifetime;
        var held = await _settings.Lock.AcquireAsync(LockKey, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var stored = await _source.LoadAsync(cancellationToken).ConfigureAwait(false);
            var current = await SaveAsync(stored, cancellationToken).ConfigureAwait(false) ?? stored ?? Current;
            var wasRejected = !flight.IsEarly && flight.Rejected is not null;
            if (current is not null)
            {
                var known = Describe(current, lifetime: null);
                if (!known.IsUsable(Now) && !_source.CanRenew(current))
                {
                    await _source.LearnTimeAsync(cancellationToken).ConfigureAwait(false);
                }

                if (WasRejected(current))
                {
                    wasRejected = true;
                }
                else if (!known.IsSame(flight.Rejected) && known.IsUsable(Now) && _source.Accepts(current))
                {
                    TokenLog.TakenFromStorage(_settings.Logger, _source.ResourceServer);
                    return Publish(known, flight);
                }
            }

            var renewed = await _source.RequestAsync(current, wasRejected, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _unsaved, new UnsavedToken(renewed, stored?.AccessToken));
            await _source.StoreAsync(renewed, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _unsaved, null);
            _source.Verify(renewed);
            flight.BroughtNew = true;
            TokenLog.Renewed(_settings.Logger, _source.ResourceServer, renewed.ExpiresAt);
            return Publish(Describe(renewed, renewed.ExpiresAt - _settings.TimeProvider.GetUtcNow()), flight);
        }
    }

    /// <summary>
    /// Stores what a renewal brought and could not store: its refresh token may be the only one that still works. If somebody else has
    /// stored or removed a token since, theirs is the newer one.
    /// </summary>
    private async ValueTask<TokenData?> SaveAsync(TokenData? stored, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _unsaved) is not { } unsaved)
        {
            return null;
        }

        var isNext = string.Equals(stored?.AccessToken, unsaved.PredecessorAccessToken, StringComparison.Ordinal);
        if (isNext)
        {
            await _source.StoreAsync(unsaved.Token, cancellationToken).ConfigureAwait(false);
        }

        Volatile.Write(ref _unsaved, null);
        return isNext ? unsaved.Token : null;
    }

    // Called with the renewal lock held, so that a logout, which takes it too, cannot be undone by a renewal that was under way.
    private PublishedToken Publish(PublishedToken token, TokenFlight flight)
    {
        lock (_gate)
        {
            if (_epoch != flight.Epoch)
            {
                token.Withdraw();
            }

            return _current = token;
        }
    }

    private PublishedToken Describe(TokenData token, TimeSpan? lifetime) => new(token, _settings, lifetime, _source.CanRenew(token));

    /// <summary>A token that is issued and not stored.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="PredecessorAccessToken">The access token that was stored when it was issued.</param>
    private sealed record UnsavedToken(TokenData Token, string? PredecessorAccessToken)
    {
        private bool PrintMembers(System.Text.StringBuilder builder)
        {
            builder.Append(Token);
            return true;
        }
    }
}
