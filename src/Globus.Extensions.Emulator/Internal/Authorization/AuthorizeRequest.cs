using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>An authorization request that has passed every check.</summary>
internal sealed record AuthorizeRequest
{
    public required RegisteredClient Client { get; init; }

    /// <summary>Exactly as the client wrote it: it must come again at the token endpoint.</summary>
    public required string RedirectUri { get; init; }

    public required IReadOnlyList<RequestedScope> Scopes { get; init; }

    public required bool IsOffline { get; init; }

    public string? State { get; init; }

    public string? CodeChallenge { get; init; }

    public string? Nonce { get; init; }

    public required SessionRequirements Session { get; init; }

    public string? NamedGrant { get; init; }
}
