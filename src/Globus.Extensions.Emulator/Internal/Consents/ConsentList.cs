namespace Globus.Extensions.Emulator.Internal.Consents;

/// <summary>The answer of <c>GET /v2/api/identities/{id}/consents</c>.</summary>
internal sealed record ConsentList(IReadOnlyList<ConsentDocument> Consents);
