namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>The answer of <c>GET /jwk.json</c>; clients take the first key.</summary>
internal sealed record JsonWebKeySet(IReadOnlyList<JsonWebKey> Keys);
