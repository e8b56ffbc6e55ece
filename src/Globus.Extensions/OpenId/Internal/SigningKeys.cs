using Globus.Extensions.Configuration.Internal;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>What the discovery document and its key set lead to.</summary>
internal static class SigningKeys
{
    /// <summary>Where the discovery document is, below the base URL of Auth (OpenID Connect Discovery, section 4).</summary>
    public static readonly Uri DiscoveryPath = new(".well-known/openid-configuration", UriKind.Relative);

    /// <summary>The address that the discovery document gives: whoever can change what stands there can sign as anybody.</summary>
    /// <exception cref="IdTokenValidationException">There is none, or it is not safe.</exception>
    public static Uri AddressIn(OpenIdConfiguration configuration) =>
        configuration.JwksUri is { IsAbsoluteUri: true } address && ServiceUrl.IsSafe(address)
            ? address
            : throw new IdTokenValidationException(
                IdTokenCheck.Key, "the discovery document has no https address for the keys (jwks_uri). Check the service URL of Auth.");

    /// <summary>The first key of a set that can verify ID tokens.</summary>
    /// <exception cref="IdTokenValidationException">There is none.</exception>
    public static GlobusJsonWebKey FirstUsable(IReadOnlyList<GlobusJsonWebKey> keys) =>
        keys.FirstOrDefault(static key => IdTokenKey.TryCreate(key) is not null)
        ?? throw new IdTokenValidationException(IdTokenCheck.Key, "the key set holds no RSA key of 2048 bits or more for signatures.");
}
