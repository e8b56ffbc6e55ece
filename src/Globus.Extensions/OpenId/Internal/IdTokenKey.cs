using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>
/// A key that verifies ID tokens, and the only code that knows Microsoft.IdentityModel. It is given nothing but tokens that
/// <see cref="ParsedIdToken"/> has let through: signed, of three parts, with an RSA algorithm. Nothing of that library's exceptions
/// goes on from here, since they quote tokens when it is told to show personal data.
/// </summary>
internal sealed class IdTokenKey
{
    /// <summary>The smallest modulus for these algorithms (RFC 7518, section 3.3), in bytes.</summary>
    private const int SmallestModulus = 256;

    private static readonly JsonWebTokenHandler Handler = new();

    private readonly RsaSecurityKey _key;

    private IdTokenKey(GlobusJsonWebKey jwk, RsaSecurityKey key)
    {
        Jwk = jwk;
        _key = key;
    }

    public GlobusJsonWebKey Jwk { get; }

    /// <summary>Makes a key that verifies, or nothing of one that cannot: of another kind, for another use, or too small.</summary>
    public static IdTokenKey? TryCreate(GlobusJsonWebKey jwk)
    {
        if (jwk.Use is not (null or "sig") || !jwk.TryGetRsaParameters(out var parameters) || parameters.Modulus.AsSpan().TrimStart((byte)0).Length < SmallestModulus)
        {
            return null;
        }

        // Parameters rather than an RSA, whose instances are not promised to serve several threads.
        return new IdTokenKey(jwk, new RsaSecurityKey(parameters) { KeyId = jwk.Kid, CryptoProviderFactory = new KeptSignatureProviders() });
    }

    /// <summary>Checks the signature, then issuer, audience, expiry and not-before.</summary>
    /// <returns>Whether the signature is this key's.</returns>
    /// <exception cref="IdTokenValidationException">The signature is right, and something else is not.</exception>
    public bool Verify(ParsedIdToken token, string issuer, IdTokenExpectations expected)
    {
        TokenValidationResult result;
        try
        {
            result = Handler.ValidateToken(token.Text, CreateParameters(token, issuer, expected));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or SecurityTokenException)
        {
            throw Unreadable();
        }

        return result switch
        {
            { IsValid: true } => true,
            { Exception: IdTokenValidationException refused } => throw refused,
            { Exception: SecurityTokenInvalidSignatureException } => false, // SecurityTokenSignatureKeyNotFoundException among them.
            _ => throw Unreadable(),
        };
    }

    private TokenValidationParameters CreateParameters(ParsedIdToken token, string issuer, IdTokenExpectations expected) => new()
    {
        IssuerSigningKey = _key,
        RequireSignedTokens = true,
        ValidAlgorithms = [token.Algorithm],
        IssuerValidator = (actual, _, _) =>
        {
            expected.CheckIssuer(actual, issuer);
            return actual;
        },
        AudienceValidator = (audiences, _, _) =>
        {
            expected.CheckAudience(audiences, token.Claims.Azp);
            return true;
        },
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            expected.CheckLifetime(notBefore, expires);
            return true;
        },
    };

    private static IdTokenValidationException Unreadable() => new(IdTokenCheck.Format, "it cannot be read.");
}
