namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>The answer of <c>GET /v2/api/identities</c>.</summary>
internal sealed record IdentityList(IReadOnlyList<IdentityDocument> Identities);
