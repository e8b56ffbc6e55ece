namespace Globus.Extensions.OAuth.Internal;

/// <summary>What a flow settled on, after its defaults were filled in.</summary>
internal sealed class FlowValues
{
    public required string RedirectUri { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required string State { get; init; }

    public string? Verifier { get; init; }

    public string? Nonce { get; init; }

    public string? PrefillNamedGrant { get; init; }
}
