using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Globus.Extensions.OAuth;

/// <summary>The answer of the token endpoint, <c>POST /v2/oauth2/token</c>: one token for each resource server.</summary>
public sealed class OAuthTokenResponse
{
    private readonly Dictionary<string, OAuthToken> _byResourceServer;
    private readonly Dictionary<string, OAuthToken> _byScope = new(StringComparer.Ordinal);

    /// <summary>Creates a response, as a substitute login flow would return it.</summary>
    /// <param name="tokens">The tokens; where a resource server occurs twice, the later one counts.</param>
    /// <param name="idToken">The ID token, if there is one.</param>
    /// <exception cref="ArgumentException">There is no token.</exception>
    public OAuthTokenResponse(IEnumerable<OAuthToken> tokens, string? idToken = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Tokens = [.. tokens];
        if (Tokens.Count == 0)
        {
            throw new ArgumentException("A token response has at least one token.", nameof(tokens));
        }

        IdToken = idToken;
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

    /// <summary>All tokens in the order of the answer.</summary>
    public IReadOnlyList<OAuthToken> Tokens { get; }

    /// <summary>The tokens by resource server.</summary>
    public IReadOnlyDictionary<string, OAuthToken> ByResourceServer => _byResourceServer;

    /// <summary>The signed ID token (OpenID Connect Core, section 2), present if <c>openid</c> was among the scopes.</summary>
    public string? IdToken { get; }

    /// <summary>The members of the answer's top level that have no property here.</summary>
    public IReadOnlyDictionary<string, JsonElement> ExtensionData { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Gets the token that holds a scope, or all of several scopes separated by blanks.</summary>
    /// <param name="scopes">One scope, or several of one resource server in any order.</param>
    /// <returns>The token.</returns>
    /// <exception cref="KeyNotFoundException">A scope was not granted, or the scopes belong to more than one token.</exception>
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

    /// <summary>Looks for the token that holds a scope, or all of several scopes separated by blanks.</summary>
    /// <param name="scopes">One scope, or several of one resource server in any order.</param>
    /// <param name="token">The token.</param>
    /// <returns>Whether one token holds them all.</returns>
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

    /// <summary>Names the resource servers; never a token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(OAuthTokenResponse)} {{ {string.Join(", ", _byResourceServer.Keys)} }}";
}
