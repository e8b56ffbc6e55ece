using System.Net.Http.Headers;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>
/// The token of one resource server, renewed by one flight at a time however many callers need it. Whoever holds a usable token takes
/// no lock, reads no storage and allocates nothing.
/// </summary>
internal sealed class TokenRenewer(TokenSource source, TokenRenewalSettings settings, TokenData? initial = null)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private PublishedToken? _current = initial is null ? null : new PublishedToken(initial, settings, lifetime: null);
    private Task<PublishedToken>? _flight;
    private TokenData? _unsaved;
    private long _noBackgroundUntil;

    public string ResourceServer => source.ResourceServer;

    /// <summary>The key under which renewals of this token exclude each other.</summary>
    public TokenRenewalKey LockKey => new(settings.LockOwner, null, source.ResourceServer);

    /// <summary>The token in hand, usable or not.</summary>
    public TokenData? Current => Volatile.Read(ref _current)?.Data;

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

        var now = settings.TimeProvider.GetUtcNow().UtcTicks;
        if (now >= current.UsableUntil || current.WasRejected)
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

    /// <summary>The header of a usable token other than the rejected one, from wherever it can be had.</summary>
    /// <returns>The header; the rejected one again if the source insists on it.</returns>
    public async Task<AuthenticationHeaderValue> ObtainAsync(AuthenticationHeaderValue? rejected, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource<PublishedToken>? own = null;
            Task<PublishedToken> flight;
            lock (_gate)
            {
                if (_current is { } current && !current.IsSame(rejected) && IsUsable(current))
                {
                    return current.Header;
                }

                flight = _flight ??= (own = new TaskCompletionSource<PublishedToken>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            if (own is not null)
            {
                _ = FlyAsync(own, rejected);
            }

            var result = await flight.WaitAsync(cancellationToken).ConfigureAwait(false);

            // A flight of somebody else may have begun before our token was rejected and have brought just that one.
            if (own is not null || !result.IsSame(rejected))
            {
                return result.Header;
            }
        }
    }

    /// <summary>Uses a token that a login just brought and that is stored. Called with the renewal lock held.</summary>
    public void Adopt(TokenData token)
    {
        lock (_gate)
        {
            _unsaved = null;
            _current = new PublishedToken(token, settings, token.ExpiresAt - settings.TimeProvider.GetUtcNow());
        }
    }

    /// <summary>Forgets the token in hand: the next caller reads the storage.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _current = null;
            _unsaved = null;
        }
    }

    private void RenewInBackground(PublishedToken current)
    {
        TaskCompletionSource<PublishedToken> own;
        lock (_gate)
        {
            if (_flight is not null || !ReferenceEquals(_current, current))
            {
                return;
            }

            own = new TaskCompletionSource<PublishedToken>(TaskCreationOptions.RunContinuationsAsynchronously);
            _flight = own.Task;
        }

        // As if it had been rejected: whatever comes must be another token.
        _ = FlyAsync(own, current.Header, isEarly: true);
    }

    // Never throws: its outcome is the task's. Whoever started it owns neither its end nor its cancellation.
    private async Task FlyAsync(TaskCompletionSource<PublishedToken> outcome, AuthenticationHeaderValue? rejected, bool isEarly = false)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var token = await RenewAsync(rejected, isEarly).ConfigureAwait(false);
            lock (_gate)
            {
                _flight = null;
            }

            outcome.SetResult(token);
        }
        catch (Exception exception)
        {
            Volatile.Write(ref _noBackgroundUntil, (settings.TimeProvider.GetUtcNow() + PauseAfterFailure).UtcTicks);
            lock (_gate)
            {
                _flight = null;
                if (!isEarly && _current is { } current && current.IsSame(rejected))
                {
                    current.Reject();
                }
            }

            if (isEarly && exception is not OperationCanceledException)
            {
                TokenLog.EarlyRenewalFailed(settings.Logger, ResourceServer, exception);
            }

            outcome.SetException(exception);
            _ = outcome.Task.Exception; // Nobody may be waiting any more.
        }
    }

    private async Task<PublishedToken> RenewAsync(AuthenticationHeaderValue? rejected, bool isEarly)
    {
        var cancellationToken = settings.Lifetime;
        var held = await settings.Lock.AcquireAsync(LockKey, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            if (Volatile.Read(ref _unsaved) is { } unsaved)
            {
                // A renewal succeeded that could not be stored: its refresh token may be the only one that still works.
                return await KeepAsync(unsaved, cancellationToken).ConfigureAwait(false);
            }

            var current = await source.LoadAsync(cancellationToken).ConfigureAwait(false) ?? Volatile.Read(ref _current)?.Data;
            var wasRejected = !isEarly && rejected is not null;
            if (current is not null)
            {
                var known = new PublishedToken(current, settings, lifetime: null);
                if (WasRejected(current))
                {
                    wasRejected = true;
                }
                else if (!known.IsSame(rejected) && IsUsable(known) && source.Accepts(current))
                {
                    TokenLog.TakenFromStorage(settings.Logger, ResourceServer);
                    return Publish(known);
                }
            }

            var renewed = await source.RequestAsync(current, wasRejected, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _unsaved, renewed);
            return await KeepAsync(renewed, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<PublishedToken> KeepAsync(TokenData token, CancellationToken cancellationToken)
    {
        await source.StoreAsync(token, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _unsaved, null);
        source.Verify(token);
        TokenLog.Renewed(settings.Logger, ResourceServer, token.ExpiresAt);
        return Publish(new PublishedToken(token, settings, token.ExpiresAt - settings.TimeProvider.GetUtcNow()));
    }

    // Called with the renewal lock held, so that a logout, which takes it too, cannot be undone by a renewal that was under way.
    private PublishedToken Publish(PublishedToken token)
    {
        Volatile.Write(ref _current, token);
        return token;
    }

    private bool IsUsable(PublishedToken token) => !token.WasRejected && settings.TimeProvider.GetUtcNow().UtcTicks < token.UsableUntil;
}
