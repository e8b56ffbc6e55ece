using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>Finds the tokens of an answer by resource server and by scope.</summary>
internal sealed class TokenIndex
{
    private readonly Dictionary<string, OAuthToken> _byResourceServer;
    private readonly Dictionary<string, OAuthToken> _byScope = new(StringComparer.Ordinal);

    public TokenIndex(IEnumerable<OAuthToken> tokens)
    {
        Tokens = [.. tokens];
        _byResourceServer = new Dictionary<string, OAuthToken>(Tokens.Count, StringComparer.Ordinal);
        foreach (var token in Tokens)
        {
            _byResourceServer[token.ResourceServer] = token;
        }

        // A token that a later one of its resource server replaces is not found by its scopes either.
        foreach (var token in Tokens.Where(token => ReferenceEquals(token, _byResourceServer[token.ResourceServer])))
        {
            foreach (var scope in token.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _byScope[scope] = token;
            }
        }
    }

    public IReadOnlyList<OAuthToken> Tokens { get; }

    public IReadOnlyDictionary<string, OAuthToken> ByResourceServer => _byResourceServer;

    public OAuthToken GetByScope(string scopes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scopes);
        OAuthToken? found = null;
        foreach (var scope in scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_byScope.TryGetValue(scope, out var token))
            {
                throw new KeyNotFoundException($"The scope '{scope}' was not granted. Granted are: {string.Join(", ", _byScope.Keys)}.");
            }

            if (found is not null && !ReferenceEquals(found, token))
            {
                throw new KeyNotFoundException(
                    $"The scopes '{scopes}' belong to more than one token ({found.ResourceServer}, {token.ResourceServer}). Ask for those of one resource server.");
            }

            found = token;
        }

        return found!;
    }

    public bool TryGetByScope(string scopes, [NotNullWhen(true)] out OAuthToken? token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scopes);
        token = null;
        foreach (var scope in scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_byScope.TryGetValue(scope, out var other) || (token is not null && !ReferenceEquals(token, other)))
            {
                token = null;
                return false;
            }

            token = other;
        }

        return token is not null;
    }
}
