using Globus.Extensions.Authorizers;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>Loads, saves and revokes the tokens of an app by hand.</summary>
internal sealed class AppTokenLoader(GlobusApp app)
{
    public Task<IReadOnlyDictionary<string, TokenData>> LoadAsync(IEnumerable<string>? scopes, CancellationToken cancellationToken) =>
        LoadAsync(Read(scopes), cancellationToken);

    private async Task<IReadOnlyDictionary<string, TokenData>> LoadAsync(ScopeSet? wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await LoadOrSayWhyNotAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenValidationException error)
        {
            throw app.WithLoginCommand(error);
        }
    }

    private async Task<IReadOnlyDictionary<string, TokenData>> LoadOrSayWhyNotAsync(ScopeSet? wanted, CancellationToken cancellationToken)
    {
        var stored = await app.ReadStoredAsync(cancellationToken).ConfigureAwait(false);
        if (stored.Count == 0)
        {
            throw new MissingTokenException();
        }

        IReadOnlyCollection<TokenData> tokens = wanted is null ? [.. stored.Values] : Holders(stored.Values, Names(wanted));
        if (wanted is not null)
        {
            await ThrowIfUnconsentedAsync(tokens, wanted, cancellationToken).ConfigureAwait(false);
        }

        var loaded = new Dictionary<string, TokenData>(StringComparer.Ordinal);
        ExpiredTokenException? expired = null;
        foreach (var token in tokens)
        {
            try
            {
                loaded.Add(token.ResourceServer, await RefreshAsync(token, cancellationToken).ConfigureAwait(false));
            }
            catch (ExpiredTokenException exception) when (wanted is null)
            {
                expired = exception;
            }
        }

        return loaded.Count == 0 && expired is not null ? throw expired : loaded;
    }

    public async Task<IReadOnlyDictionary<string, T>> LoadByScopeAsync<T>(
        IEnumerable<string>? scopes, Func<string, TokenData, T> select, CancellationToken cancellationToken)
    {
        var wanted = Read(scopes);
        var names = wanted is null ? null : Names(wanted);
        var loaded = await LoadAsync(wanted, cancellationToken).ConfigureAwait(false);
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (resourceServer, token) in loaded)
        {
            var value = select(resourceServer, token);
            foreach (var scope in token.EnumerateScopes())
            {
                var name = scope.ToString();
                if (names is null || names.Contains(name))
                {
                    result[name] = value;
                }
            }
        }

        return result;
    }

    public async Task<IReadOnlyDictionary<string, IGlobusAuthorizer>> GetAuthorizersAsync(IEnumerable<string>? scopes, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(scopes, cancellationToken).ConfigureAwait(false);
        return loaded.ToDictionary(static entry => entry.Key, entry => AuthorizerOf(entry.Key, entry.Value), StringComparer.Ordinal);
    }

    public IGlobusAuthorizer AuthorizerOf(string resourceServer, TokenData token) => new AppAuthorizer(app, resourceServer);

    public Task SaveAsync(IReadOnlyList<TokenData> tokens, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, TokenData>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            last[token.ResourceServer] = token;
        }

        return app.SaveAsync([.. last.Values], cancellationToken);
    }

    public Task RevokeAsync(IReadOnlyList<TokenData> tokens, CancellationToken cancellationToken) => app.RevokeAsync(tokens, cancellationToken);

    private static ScopeSet? Read(IEnumerable<string>? scopes)
    {
        var wanted = scopes is null ? null : ScopeSet.ParseAll(scopes);
        return wanted is { Count: 0 } ? throw new ArgumentException("No scope is given. Leave the scopes out to load all tokens.", nameof(scopes)) : wanted;
    }

    // A scope is held under its own name; what hangs below it is a matter of consents.
    private static HashSet<string> Names(ScopeSet scopes) => scopes.Select(static scope => scope.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>A stored token while it may be used, else its successor.</summary>
    /// <exception cref="ExpiredTokenException">It has ended, and nothing renews it.</exception>
    private async ValueTask<TokenData> RefreshAsync(TokenData stored, CancellationToken cancellationToken)
    {
        app.ThrowIfDisposed();
        if (app.IsUsable(stored) && !app.WasRejected(stored))
        {
            return stored;
        }

        try
        {
            var (_, token) = await app.ObtainQuietlyAsync(stored.ResourceServer, null, cancellationToken).ConfigureAwait(false);
            return token ?? throw new MissingTokenException(stored.ResourceServer);
        }
        catch (Exception exception) when (exception is TokenRenewalException or TokenRejectedException)
        {
            throw new ExpiredTokenException(stored.ResourceServer, stored.ExpiresAt, exception);
        }
    }

    private async ValueTask ThrowIfUnconsentedAsync(IReadOnlyCollection<TokenData> tokens, ScopeSet wanted, CancellationToken cancellationToken)
    {
        foreach (var needing in wanted.Where(ScopeRequirements.NeedsConsents).GroupBy(scope => tokens.First(token => ScopeRequirements.Grants(token, scope))))
        {
            if (await app.Consents.FindMissingAsync(needing.Key, [.. needing], cancellationToken).ConfigureAwait(false) is { Count: > 0 } missing)
            {
                throw new UnmetScopeRequirementsException(needing.Key.ResourceServer, [.. wanted], [.. missing.Select(static scope => scope.ToString())]);
            }
        }
    }

    /// <summary>The tokens that hold one of the scopes, if together they hold all of them.</summary>
    private static List<TokenData> Holders(IEnumerable<TokenData> stored, HashSet<string> wanted)
    {
        var missing = new HashSet<string>(wanted, StringComparer.Ordinal);
        var holders = new List<TokenData>();
        foreach (var token in stored)
        {
            var isHolder = false;
            foreach (var scope in token.EnumerateScopes())
            {
                var name = scope.ToString();
                isHolder |= wanted.Contains(name);
                missing.Remove(name);
            }

            if (isHolder)
            {
                holders.Add(token);
            }
        }

        return missing.Count == 0
            ? holders
            : throw new UnmetScopeRequirementsException([.. wanted], [.. missing.Order(StringComparer.Ordinal)]);
    }
}
