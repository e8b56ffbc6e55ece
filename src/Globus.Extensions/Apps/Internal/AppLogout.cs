using System.Collections.Concurrent;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps.Internal;

/// <summary>Revokes and removes tokens of an app. What cannot be revoked is removed all the same, and reported at the end.</summary>
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
        var stored = await storage.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var count = await RevokeAsync([.. stored.Keys.Union(renewers.Keys, StringComparer.Ordinal)], TakeAll, cancellationToken).ConfigureAwait(false);
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
        List<(string ResourceServer, Exception Exception)> failures = [];
        var count = 0;
        foreach (var resourceServer in resourceServers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var held = await lockAsync([resourceServer], cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                var (tokens, isStored) = take(resourceServer, await storage.GetAsync(resourceServer, cancellationToken).ConfigureAwait(false));
                foreach (var token in tokens.DistinctBy(static token => (token.AccessToken, token.RefreshToken)))
                {
                    if (await RevokeAsync(token).ConfigureAwait(false) is { } failure)
                    {
                        failures.Add((resourceServer, failure));
                    }

                    count++;
                }

                if (isStored)
                {
                    // The token is gone at Globus: now it has to go here, whatever the caller wants by now.
                    await storage.RemoveAsync(resourceServer, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }

        return failures.Count == 0
            ? count
            : throw new LogoutException(
                [.. failures.Select(static failure => failure.ResourceServer).Distinct()], new AggregateException(failures.Select(static failure => failure.Exception)));
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
