namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>The answer of <c>GET /.well-known/openid-configuration</c>.</summary>
internal sealed record DiscoveryDocument
{
    public required string Issuer { get; init; }

    public required string AuthorizationEndpoint { get; init; }

    public required string UserinfoEndpoint { get; init; }

    public required string TokenEndpoint { get; init; }

    public required string RevocationEndpoint { get; init; }

    public required string IntrospectionEndpoint { get; init; }

    public required string JwksUri { get; init; }

    public IReadOnlyList<string> ResponseTypesSupported { get; } = ["code"];

    public IReadOnlyList<string> GrantTypesSupported { get; } =
        [AuthorizationCodeGrant.GrantType, RefreshTokenGrant.GrantType, ClientCredentialsGrant.GrantType, DependentTokenGrant.GrantType];

    public IReadOnlyList<string> IdTokenSigningAlgValuesSupported { get; } = [Tokens.SigningKey.Algorithm];

    public IReadOnlyList<string> ScopesSupported { get; } = ["openid", "email", "profile"];

    public IReadOnlyList<string> TokenEndpointAuthMethodsSupported { get; } = ["client_secret_basic"];

    public IReadOnlyList<string> CodeChallengeMethodsSupported { get; } = ["S256"];

    public IReadOnlyList<string> ClaimsSupported { get; } =
        ["at_hash", "aud", "email", "exp", "name", "nonce", "preferred_username", "iat", "iss", "sub"];

    public IReadOnlyList<string> SubjectTypesSupported { get; } = ["public"];

    /// <summary>RFC 9207: the answer of the authorize endpoint says who gives it.</summary>
    public bool AuthorizationResponseIssParameterSupported { get; } = true;
}
