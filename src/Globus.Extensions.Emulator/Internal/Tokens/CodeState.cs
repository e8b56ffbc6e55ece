using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>An authorization code in the state file: of its text only the hash.</summary>
internal sealed record CodeState(
    string Hash,
    Guid SessionId,
    string RedirectUri,
    IReadOnlyList<RequestedScope> Scopes,
    bool IsOffline,
    string? CodeChallenge,
    string? Nonce,
    string? State,
    DateTimeOffset AuthenticatedAt,
    DateTimeOffset ExpiresAt,
    bool IsUsed);
