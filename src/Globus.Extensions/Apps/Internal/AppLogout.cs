using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps.Internal;

/// <summary>Revokes and removes tokens of an app. What cannot be revoked is removed all the same and the other way round; both are reported at the end.</summary>
internal sealed class AppLogout(
    GlobusLoginClient loginClient,
    ITokenStorage storage,
    ConcurrentDictionary<string, TokenRenewer> renewers,
    Func<IEnumerable<string>, CancellationToken, ValueTask<IAsyncDisposable>> lockAsync,
    ILogger logger)
{
    /// <summary>Revokes and removes every token there is.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        IEnumerable<string> stored = [];
        Exception? unreadable = null;
        try
        {
            stored = (await storage.GetAllAsync(cancellationToken).ConfigureAwait(false)).Keys;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            unreadable = exception; // What is in hand can be revoked all the same.
        }

        var count = await RevokeAsync([.. stored.Union(renewers.Keys, StringComparer.Ordinal)], TakeAll, cancellationToken).ConfigureAwait(false);
        if (unreadable is not null)
        {
            ExceptionDispatchInfo.Throw(unreadable);
        }

        AppLog.LoggedOut(logger, count);
    }

    /// <summary>Revokes these tokens, and removes those among them that are stored.</summary>
    public async Task RunAsync(IReadOnlyList<TokenData> tokens, CancellationToken cancellationToken)
    {
        var byResourceServer = tokens.ToLookup(static token => token.ResourceServer, StringComparer.Ordinal);
        await RevokeAsync(
            [.. byResourceServer.Select(static group => group.Key)],
            (resourceServer, kept) => TakeThese([.. byResourceServer[resourceServer]], resourceServer, kept),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revokes tokens that are being dropped; trouble is logged only, because there is other trouble to report.</summary>
    public async Task RevokeQuietlyAsync(IEnumerable<TokenData> tokens)
    {
        foreach (var token in tokens)
        {
            await RevokeAsync(token).ConfigureAwait(false);
        }
    }

    private async Task<int> RevokeAsync(
        string[] resourceServers, Func<string, TokenData?, (IEnumerable<TokenData> Tokens, bool IsStored)> take, CancellationToken cancellationToken)
    {
        var failures = new LogoutFailures();
        var count = 0;
        foreach (var resourceServer in resourceServers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var held = await lockAsync([resourceServer], cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                var (tokens, isStored) = take(resourceServer, await ReadAsync(resourceServer, failures, cancellationToken).ConfigureAwait(false));
                foreach (var token in tokens.DistinctBy(static token => (token.AccessToken, token.RefreshToken)))
                {
                    if (await RevokeAsync(token).ConfigureAwait(false) is { } failure)
                    {
                        failures.NotRevoked(resourceServer, failure);
                    }

                    count++;
                }

                if (isStored)
                {
                    await RemoveAsync(resourceServer, failures).ConfigureAwait(false);
                }
            }
        }

        failures.ThrowIfAny();
        return count;
    }

    private async ValueTask<TokenData?> ReadAsync(string resourceServer, LogoutFailures failures, CancellationToken cancellationToken)
    {
        try
        {
            return await storage.GetAsync(resourceServer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failures.NotRemoved(resourceServer, exception);
            return null;
        }
    }

    // The token is gone at Globus: now it has to go here, whatever the caller wants by now.
    private async ValueTask RemoveAsync(string resourceServer, LogoutFailures failures)
    {
        try
        {
            await storage.RemoveAsync(resourceServer, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures.NotRemoved(resourceServer, exception);
        }
    }

    // What is in hand may be another token than the stored one, or one that could not be stored.
    private (IEnumerable<TokenData> Tokens, bool IsStored) TakeAll(string resourceServer, TokenData? kept)
    {
        IReadOnlyList<TokenData> inHand = renewers.TryGetValue(resourceServer, out var renewer) ? renewer.Forget() : [];
        return (kept is null ? inHand : [kept, .. inHand], kept is not null);
    }

    private (IEnumerable<TokenData> Tokens, bool IsStored) TakeThese(TokenData[] tokens, string resourceServer, TokenData? kept)
    {
        if (renewers.TryGetValue(resourceServer, out var renewer) && IsAmong(tokens, renewer.Current))
        {
            renewer.Forget();
        }

        return (tokens, IsAmong(tokens, kept));
    }

    private static bool IsAmong(TokenData[] tokens, TokenData? one) => one is not null
        && Array.Exists(tokens, token => token.AccessToken == one.AccessToken || (token.RefreshToken is not null && token.RefreshToken == one.RefreshToken));

    // Not cancellable: a token half revoked would be neither here nor there, and the request has its own time limits.
    private async ValueTask<Exception?> RevokeAsync(TokenData token)
    {
        try
        {
            // The refresh token first: while it lives, it can make new access tokens.
            if (token.RefreshToken is not null)
            {
                await loginClient.RevokeTokenAsync(token.RefreshToken, null, CancellationToken.None).ConfigureAwait(false);
            }

            await loginClient.RevokeTokenAsync(token.AccessToken, null, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            AppLog.RevocationFailed(logger, token.ResourceServer, exception);
            return exception;
        }
    }
}
