using Microsoft.Extensions.Logging;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>What a login client works with. The HttpClient is the one without authorization.</summary>
internal sealed record LoginClientContext
{
    public required HttpClient HttpClient { get; init; }

    public required Uri AuthUrl { get; init; }

    public required string ClientId { get; init; }

    public required bool UsePkceForConfidentialClients { get; init; }

    public required bool UseNonce { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required ILogger Logger { get; init; }
}
