using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>All tokens, by hash. Thread-safe.</summary>
internal sealed class TokenStore(GlobusEmulatorOptions options)
{
    private const int PruneEvery = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private int _untilPrune = PruneEvery;

    public TimeSpan AccessTokenLifetime => options.AccessTokenLifetime;

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>The tokens that are accepted now, by hash.</summary>
    public IReadOnlyList<KeyValuePair<string, IssuedToken>> Snapshot
    {
        get
        {
            lock (_gate)
            {
                var now = Now;
                return [.. _tokens.Where(pair => pair.Value.IsActive(now))];
            }
        }
    }

    /// <summary>Puts these tokens in the place of all there are.</summary>
    public void Restore(IEnumerable<KeyValuePair<string, IssuedToken>> tokens)
    {
        lock (_gate)
        {
            _tokens.Clear();
            foreach (var (hash, token) in tokens)
            {
                _tokens[hash] = token;
            }
        }
    }

    public string IssueAccessToken(Grant grant, string resourceServer, IReadOnlyList<RequestedScope> scopes)
    {
        var now = Now;
        return Add("Ag", new IssuedToken
        {
            Grant = grant,
            ResourceServer = resourceServer,
            Scopes = scopes,
            IssuedAt = now,
            ExpiresAt = now + options.AccessTokenLifetime,
        });
    }

    public string IssueRefreshToken(Grant grant, string resourceServer, IReadOnlyList<RequestedScope> scopes) =>
        Add("Rg", new IssuedToken { Grant = grant, ResourceServer = resourceServer, Scopes = scopes, IssuedAt = Now });

    /// <summary>The token behind the text, if it is accepted now.</summary>
    public IssuedToken? FindActive(string text)
    {
        lock (_gate)
        {
            return _tokens.TryGetValue(TokenText.Hash(text), out var token) && token.IsActive(Now) ? token : null;
        }
    }

    /// <summary>
    /// Finds a refresh token of that client and, where tokens rotate, ends it in the same breath: of two callers one wins.
    /// </summary>
    public bool TryUseRefreshToken(string text, Guid clientId, [NotNullWhen(true)] out IssuedToken? token)
    {
        lock (_gate)
        {
            if (!_tokens.TryGetValue(TokenText.Hash(text), out token)
                || !token.IsRefreshToken || !token.IsActive(Now) || token.Grant.ClientId != clientId)
            {
                token = null;
                return false;
            }

            token.IsRevoked = options.RotateRefreshTokens;
            return true;
        }
    }

    /// <summary>Ends a token of that client; a refresh token takes the access tokens of its lineage along (RFC 7009, 2.1).</summary>
    public void Revoke(string text, Guid clientId)
    {
        lock (_gate)
        {
            if (!_tokens.TryGetValue(TokenText.Hash(text), out var token) || token.Grant.ClientId != clientId)
            {
                return;
            }

            token.IsRevoked = true;
            if (token.IsRefreshToken)
            {
                foreach (var other in _tokens.Values.Where(other => other.Grant == token.Grant && other.ResourceServer == token.ResourceServer))
                {
                    other.IsRevoked = true;
                }
            }
        }
    }

    /// <summary>Ends a token whoever holds it, alone or with the login that it came from.</summary>
    public void End(string text, bool withLogin)
    {
        lock (_gate)
        {
            if (_tokens.TryGetValue(TokenText.Hash(text), out var token))
            {
                token.IsRevoked = true;
                if (withLogin)
                {
                    token.Grant.Revoke();
                }
            }
        }
    }

    /// <summary>Ends every token of one kind, of one resource server or all; the count is of those that were still accepted.</summary>
    public int RevokeAll(bool refreshTokens, string? resourceServer)
    {
        lock (_gate)
        {
            var now = Now;
            var count = 0;
            foreach (var token in _tokens.Values)
            {
                if (token.IsRefreshToken == refreshTokens
                    && (resourceServer is null || token.ResourceServer == resourceServer)
                    && token.IsActive(now))
                {
                    token.IsRevoked = true;
                    count++;
                }
            }

            return count;
        }
    }

    private string Add(string prefix, IssuedToken token)
    {
        var text = TokenText.Create(prefix);
        lock (_gate)
        {
            Prune();
            _tokens.Add(TokenText.Hash(text), token);
        }

        return text;
    }

    /// <summary>Forgets dead tokens now and then, so that a soak test does not fill the memory.</summary>
    private void Prune()
    {
        if (--_untilPrune > 0)
        {
            return;
        }

        _untilPrune = PruneEvery;
        var now = Now;
        foreach (var (hash, token) in _tokens)
        {
            if (!token.IsActive(now))
            {
                _tokens.Remove(hash);
            }
        }
    }
}
