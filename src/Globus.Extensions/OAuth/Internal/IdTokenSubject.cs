using System.Buffers.Text;
using System.Text.Json;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>
/// Reads whose an ID token is. It came from the token endpoint over TLS, which vouches for the issuer in place of the signature
/// (OpenID Connect Core, section 3.1.3.7, rule 6).
/// </summary>
internal static class IdTokenSubject
{
    /// <summary>The claim <c>sub</c>, or <see langword="null"/> if the text is no signed token (RFC 7519) with one.</summary>
    public static string? Read(string? idToken)
    {
        if (idToken?.Split('.') is not [_, var payload, { Length: > 0 }])
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.ValueKind == JsonValueKind.Object
                && claims.RootElement.TryGetProperty("sub", out var subject)
                && subject.ValueKind == JsonValueKind.String
                    ? subject.GetString()
                    : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
