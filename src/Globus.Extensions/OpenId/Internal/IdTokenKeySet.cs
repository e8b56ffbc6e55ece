using System.Collections.Frozen;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>A discovery document and the keys that it leads to.</summary>
internal sealed class IdTokenKeySet
{
    // Signatures that need no secret of ours. What a document announces beyond these, "none" and the symmetric ones, is refused.
    private static readonly FrozenSet<string> SafeAlgorithms =
        FrozenSet.Create(StringComparer.Ordinal, "RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

    private readonly OpenIdConfiguration _configuration;
    private readonly IdTokenKey[] _keys;

    public IdTokenKeySet(OpenIdConfiguration configuration, IEnumerable<GlobusJsonWebKey> keys)
    {
        _configuration = configuration;
        _keys = [.. keys.Select(IdTokenKey.TryCreate).OfType<IdTokenKey>()];
    }

    /// <summary>Validates a token by the keys there are.</summary>
    /// <param name="token">The token.</param>
    /// <param name="expected">What it has to say.</param>
    /// <returns><see langword="null"/> if it is valid; else what is wrong, where newer keys could mend it.</returns>
    /// <exception cref="IdTokenValidationException">It is not valid, whatever the keys.</exception>
    public IdTokenValidationException? Validate(ParsedIdToken token, IdTokenExpectations expected)
    {
        if (!SafeAlgorithms.Contains(token.Algorithm) || _configuration.IdTokenSigningAlgValuesSupported?.Contains(token.Algorithm) == false)
        {
            throw new IdTokenValidationException(
                IdTokenCheck.Algorithm,
                "its algorithm is not one of RSA that the discovery document announces; unsigned tokens and symmetric algorithms are never accepted.");
        }

        // A token that names no key may be of any; there are one or two.
        var candidates = Array.FindAll(
            _keys, key => (token.Kid is null || key.Jwk.Kid == token.Kid) && (key.Jwk.Alg is null || key.Jwk.Alg == token.Algorithm));
        if (candidates.Length == 0)
        {
            return new IdTokenValidationException(
                IdTokenCheck.Key,
                token.Kid is null ? "the key set holds no key for its algorithm." : "the key set does not hold the key that it names (kid).");
        }

        if (!Array.Exists(candidates, key => key.Verify(token, _configuration.Issuer, expected)))
        {
            var failure = new IdTokenValidationException(IdTokenCheck.Signature, "its signature is not that of a key of Globus Auth.");
            return token.Kid is null ? failure : throw failure;
        }

        expected.CheckClaims(token.Claims, token.Algorithm);
        return null;
    }
}
