using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>What is kept of an authorization code until it is exchanged or expires.</summary>
internal sealed class AuthorizationCode
{
    public required Grant Grant { get; init; }

    public required string RedirectUri { get; init; }

    public required IReadOnlyList<RequestedScope> Scopes { get; init; }

    public required bool IsOffline { get; init; }

    public required string? CodeChallenge { get; init; }

    public required string? Nonce { get; init; }

    public required string? State { get; init; }

    public required DateTimeOffset AuthenticatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Changed under the store's lock only.</summary>
    public bool IsUsed { get; set; }
}
