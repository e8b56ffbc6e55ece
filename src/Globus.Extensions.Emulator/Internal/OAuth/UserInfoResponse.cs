using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>The claims of <c>GET /v2/oauth2/userinfo</c>, as far as the scopes open them.</summary>
internal sealed record UserInfoResponse
{
    public required string Sub { get; init; }

    public string? PreferredUsername { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Organization { get; init; }

    public string? IdentityProvider { get; init; }

    public string? IdentityProviderDisplayName { get; init; }

    public long? LastAuthentication { get; init; }

    public IReadOnlyList<LinkedIdentity>? IdentitySet { get; init; }
}
