using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>A token in the state file: of its text only the hash.</summary>
internal sealed record TokenState(
    string Hash, Guid SessionId, string ResourceServer, IReadOnlyList<RequestedScope> Scopes, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt);
