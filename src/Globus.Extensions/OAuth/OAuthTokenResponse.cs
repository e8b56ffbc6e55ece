using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Globus.Extensions.OAuth.Internal;
using Globus.Extensions.OpenId;
using Globus.Extensions.OpenId.Internal;

namespace Globus.Extensions.OAuth;

/// <summary>The answer of the token endpoint, <c>POST /v2/oauth2/token</c>: one token for each resource server.</summary>
public sealed class OAuthTokenResponse
{
    private readonly TokenIndex _index;

    /// <summary>Creates a response, as a substitute login flow would return it.</summary>
    /// <param name="tokens">The tokens; where a resource server occurs twice, the later one counts.</param>
    /// <param name="idToken">The ID token, if there is one.</param>
    /// <exception cref="ArgumentException">There is no token.</exception>
    public OAuthTokenResponse(IEnumerable<OAuthToken> tokens, string? idToken = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        _index = new TokenIndex(tokens);
        if (_index.Tokens.Count == 0)
        {
            throw new ArgumentException("A token response has at least one token.", nameof(tokens));
        }

        IdToken = idToken;
    }

    /// <summary>All tokens in the order of the answer.</summary>
    public IReadOnlyList<OAuthToken> Tokens => _index.Tokens;

    /// <summary>The tokens by resource server.</summary>
    public IReadOnlyDictionary<string, OAuthToken> ByResourceServer => _index.ByResourceServer;

    /// <summary>The signed ID token (OpenID Connect Core, section 2), present if <c>openid</c> was among the scopes. Believe it after <see cref="DecodeIdTokenAsync"/>.</summary>
    public string? IdToken { get; }

    /// <summary>The members of the answer's top level that have no property here.</summary>
    public IReadOnlyDictionary<string, JsonElement> ExtensionData { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>What validates the ID token: that of the client which got it.</summary>
    internal IdTokenDecoder? Decoder { get; init; }

    /// <summary>What the login sent for the ID token to repeat, if it sent anything.</summary>
    internal string? Nonce { get; init; }

    /// <summary>
    /// Validates the ID token and reads it: signature, issuer, audience, lifetime, the nonce if the login sent one, and <c>at_hash</c> if the token
    /// has it (OpenID Connect Core, section 3.1.3.7).
    /// </summary>
    /// <param name="options">How to validate it. Default: as <see cref="IdTokenValidationOptions"/> says.</param>
    /// <param name="openIdConfiguration">The discovery document. Default: it is fetched once, with the keys, and kept by the client that got this response.</param>
    /// <param name="key">The key that signed it. Default: the keys of the discovery document, fetched once more when a token has an unknown one.</param>
    /// <param name="cancellationToken">Stops waiting for document and keys.</param>
    /// <returns>What the token says.</returns>
    /// <exception cref="IdTokenValidationException">The token failed a check.</exception>
    /// <exception cref="ArgumentException">There is a key without the discovery document that it belongs to.</exception>
    /// <exception cref="InvalidOperationException">
    /// There is no ID token; or the response was made by hand, and document, key or audience is not given.
    /// </exception>
    /// <exception cref="Http.AuthApiException">Document or keys could not be fetched.</exception>
    public Task<IdTokenClaims> DecodeIdTokenAsync(
        IdTokenValidationOptions? options = null,
        OpenIdConfiguration? openIdConfiguration = null,
        GlobusJsonWebKey? key = null,
        CancellationToken cancellationToken = default) =>
        DecodeIdTokenByAsync(Decoder ?? IdTokenDecoder.Detached, options, openIdConfiguration, key, cancellationToken);

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

    internal Task<IdTokenClaims> DecodeIdTokenByAsync(
        IdTokenDecoder decoder,
        IdTokenValidationOptions? options,
        OpenIdConfiguration? openIdConfiguration,
        GlobusJsonWebKey? key,
        CancellationToken cancellationToken) =>
        IdToken is null
            ? throw new InvalidOperationException("The token response has no ID token: ask for the scope 'openid'.")
            : decoder.DecodeAsync(IdToken, Tokens[0].AccessToken, Nonce, options, openIdConfiguration, key, cancellationToken);

    /// <summary>Names the resource servers; never a token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(OAuthTokenResponse)} {{ {string.Join(", ", ByResourceServer.Keys)} }}";
}
