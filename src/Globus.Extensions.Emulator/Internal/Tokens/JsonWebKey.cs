namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>A public RSA key as it stands in the key set (RFC 7517).</summary>
internal sealed record JsonWebKey(string Alg, string E, string Kty, string N, string Use);
