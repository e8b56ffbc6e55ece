using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>The payload of an ID token. What the scopes do not open, or nobody knows, is left out.</summary>
internal sealed record IdTokenClaims
{
    public required string Sub { get; init; }

    public string? Organization { get; init; }

    public string? Name { get; init; }

    public string? PreferredUsername { get; init; }

    public string? IdentityProvider { get; init; }

    public string? IdentityProviderDisplayName { get; init; }

    public string? Email { get; init; }

    public required long LastAuthentication { get; init; }

    public IReadOnlyList<LinkedIdentity>? IdentitySet { get; init; }

    public required string Iss { get; init; }

    public required string Aud { get; init; }

    public required long Exp { get; init; }

    public required long Iat { get; init; }

    public required string AtHash { get; init; }

    public string? Nonce { get; init; }
}
