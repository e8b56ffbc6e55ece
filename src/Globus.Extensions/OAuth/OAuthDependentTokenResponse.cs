using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.OAuth.Internal;
using Globus.Extensions.OpenId;

namespace Globus.Extensions.OAuth;

/// <summary>
/// The answer of the dependent token grant, <c>POST /v2/oauth2/token</c>: tokens for the services behind one's own. There may be none.
/// </summary>
/// <seealso cref="ConfidentialLoginClient.GetDependentTokensAsync"/>
public sealed class OAuthDependentTokenResponse
{
    private readonly TokenIndex _index;

    /// <summary>Creates a response, as a substitute login client would return it.</summary>
    /// <param name="tokens">The tokens; where a resource server occurs twice, the later one counts.</param>
    public OAuthDependentTokenResponse(IEnumerable<OAuthToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        _index = new TokenIndex(tokens);
    }

    /// <summary>All tokens in the order of the answer. What an answer says beyond them stands in the token that it says it of.</summary>
    public IReadOnlyList<OAuthToken> Tokens => _index.Tokens;

    /// <summary>The tokens by resource server.</summary>
    public IReadOnlyDictionary<string, OAuthToken> ByResourceServer => _index.ByResourceServer;

    /// <summary>Gets the token that holds a scope, or all of several scopes separated by blanks.</summary>
    /// <param name="scopes">One scope, or several of one resource server in any order.</param>
    /// <returns>The token.</returns>
    /// <exception cref="KeyNotFoundException">A scope was not granted, or the scopes belong to more than one token.</exception>
    public OAuthToken GetByScope(string scopes) => _index.GetByScope(scopes);

    /// <summary>Looks for the token that holds a scope, or all of several scopes separated by blanks.</summary>
    /// <param name="scopes">One scope, or several of one resource server in any order.</param>
    /// <param name="token">The token.</param>
    /// <returns>Whether one token holds them all.</returns>
    public bool TryGetByScope(string scopes, [NotNullWhen(true)] out OAuthToken? token) => _index.TryGetByScope(scopes, out token);

    /// <summary>Refuses: the grant gives no ID token, and who is behind a token that a service received is told by introspection.</summary>
    /// <param name="options">Not used.</param>
    /// <param name="openIdConfiguration">Not used.</param>
    /// <param name="key">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task<IdTokenClaims> DecodeIdTokenAsync(
        IdTokenValidationOptions? options = null,
        OpenIdConfiguration? openIdConfiguration = null,
        GlobusJsonWebKey? key = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            $"Dependent tokens come without an ID token. To learn whose they are, call {nameof(ConfidentialLoginClient)}.{nameof(ConfidentialLoginClient.IntrospectTokenAsync)} with the token that was received.");

    /// <summary>Names the resource servers; never a token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(OAuthDependentTokenResponse)} {{ {string.Join(", ", ByResourceServer.Keys)} }}";
}
