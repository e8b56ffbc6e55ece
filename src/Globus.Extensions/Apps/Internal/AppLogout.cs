using System.Collections.Concurrent;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps.Internal;

/// <summary>Revokes and removes every token of an app. What cannot be revoked is removed all the same, and reported at the end.</summary>
internal static class AppLogout
{
    public static async Task RunAsync(
        GlobusLoginClient loginClient,
        ITokenStorage storage,
        ConcurrentDictionary<string, TokenRenewer> renewers,
        Func<IEnumerable<string>, CancellationToken, ValueTask<IAsyncDisposable>> lockAsync,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var stored = await storage.GetAllAsync(cancellationToken).ConfigureAwait(false);
        string[] resourceServers = [.. stored.Keys.Union(renewers.Keys, StringComparer.Ordinal)];
        List<(string ResourceServer, Exception Exception)> failures = [];
        var count = 0;
        foreach (var resourceServer in resourceServers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var held = await lockAsync([resourceServer], cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                // What is in hand may be another token than the stored one, or one that could not be stored.
                List<TokenData> tokens = [];
                if (await storage.GetAsync(resourceServer, cancellationToken).ConfigureAwait(false) is { } kept)
                {
                    tokens.Add(kept);
                }

                if (renewers.TryGetValue(resourceServer, out var renewer))
                {
                    tokens.AddRange(renewer.Forget());
                }

                foreach (var token in tokens.DistinctBy(static token => (token.AccessToken, token.RefreshToken)))
                {
                    if (await RevokeAsync(loginClient, token, logger).ConfigureAwait(false) is { } failure)
                    {
                        failures.Add((resourceServer, failure));
                    }

                    count++;
                }

                // The token is gone at Globus: now it has to go here, whatever the caller wants by now.
                await storage.RemoveAsync(resourceServer, CancellationToken.None).ConfigureAwait(false);
            }
        }

        AppLog.LoggedOut(logger, count);
        if (failures.Count > 0)
        {
            throw new LogoutException(
                [.. failures.Select(static failure => failure.ResourceServer).Distinct()], new AggregateException(failures.Select(static failure => failure.Exception)));
        }
    }

    /// <summary>Revokes tokens that are being dropped; trouble is logged only, because there is other trouble to report.</summary>
    public static async Task RevokeQuietlyAsync(GlobusLoginClient loginClient, IEnumerable<TokenData> tokens, ILogger logger)
    {
        foreach (var token in tokens)
        {
            await RevokeAsync(loginClient, token, logger).ConfigureAwait(false);
        }
    }

    // Not cancellable: a token half revoked would be neither here nor there, and the request has its own time limits.
    private static async ValueTask<Exception?> RevokeAsync(GlobusLoginClient loginClient, TokenData token, ILogger logger)
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
