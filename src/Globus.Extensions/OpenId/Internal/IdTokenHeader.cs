using System.Text.Json;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>The header of a signed token (RFC 7515, section 4.1), as far as it decides whether the token is looked at.</summary>
internal sealed record IdTokenHeader
{
    public string? Alg { get; init; }

    public string? Kid { get; init; }

    /// <summary>How an encrypted token is encrypted.</summary>
    public JsonElement? Enc { get; init; }

    /// <summary>Extensions that a reader must understand; none is understood here.</summary>
    public JsonElement? Crit { get; init; }

    /// <summary>Whether the payload is not in base64url (RFC 7797).</summary>
    public JsonElement? B64 { get; init; }
}
