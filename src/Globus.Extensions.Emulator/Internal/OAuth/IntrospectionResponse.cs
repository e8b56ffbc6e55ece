using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>What a token is; of a token that is not accepted nothing but that.</summary>
internal sealed record IntrospectionResponse
{
    public static IntrospectionResponse Inactive { get; } = new() { Active = false };

    public required bool Active { get; init; }

    public string? TokenType { get; init; }

    public string? Scope { get; init; }

    public string? ClientId { get; init; }

    public string? Sub { get; init; }

    public string? Username { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public long? Exp { get; init; }

    public long? Iat { get; init; }

    public long? Nbf { get; init; }

    public IReadOnlyList<string>? Aud { get; init; }

    public string? Iss { get; init; }

    public IReadOnlyList<string>? IdentitySet { get; init; }

    public IReadOnlyList<LinkedIdentity>? IdentitySetDetail { get; init; }

    public SessionInfo? SessionInfo { get; init; }
}
