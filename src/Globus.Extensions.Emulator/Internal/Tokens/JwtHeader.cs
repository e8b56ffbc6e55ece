namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>The header of an ID token; like Globus's without a key id.</summary>
internal sealed record JwtHeader(string Typ, string Alg);
