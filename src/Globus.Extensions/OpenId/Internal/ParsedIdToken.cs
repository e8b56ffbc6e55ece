using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>
/// An ID token that has the outward form of one: what is not exactly a signed token of three parts never reaches the code that
/// checks signatures. No message holds any of it.
/// </summary>
internal sealed class ParsedIdToken
{
    /// <summary>Room for a person with hundreds of linked identities, in characters.</summary>
    private const int LongestToken = 128 * 1024;

    private static readonly SearchValues<char> Base64UrlAlphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private ParsedIdToken(string text, IdTokenHeader header, IdTokenClaims claims)
    {
        Text = text;
        Algorithm = header.Alg!;
        Kid = header.Kid;
        Claims = claims;
    }

    public string Text { get; }

    public string Algorithm { get; }

    public string? Kid { get; }

    /// <summary>What it says, to be believed only after its signature was checked.</summary>
    public IdTokenClaims Claims { get; }

    /// <summary>Reads a token.</summary>
    /// <exception cref="IdTokenValidationException">It is encrypted, not signed, too long, or not a token at all.</exception>
    public static ParsedIdToken Read(string text)
    {
        if (text.Length > LongestToken)
        {
            throw Refused($"it has {text.Length} characters; at most {LongestToken} are read.");
        }

        Span<Range> parts = stackalloc Range[6];
        var count = text.AsSpan().Split(parts, '.');
        if (count == 5)
        {
            throw Refused("it is encrypted, and encrypted tokens are not accepted. Globus Auth signs its tokens only.");
        }

        if (count != 3)
        {
            throw Refused("it does not have the three parts of a signed token (RFC 7515, section 7.1).");
        }

        if (parts[2].GetOffsetAndLength(text.Length).Length == 0)
        {
            throw Refused("it is not signed.");
        }

        for (var i = 0; i < count; i++)
        {
            var part = text.AsSpan(parts[i]);
            if (part.IsEmpty || part.ContainsAnyExcept(Base64UrlAlphabet) || part.Length % 4 == 1)
            {
                throw Refused("one of its parts is not base64url.");
            }
        }

        var header = ReadHeader(text.AsSpan(parts[0]));
        try
        {
            var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text.AsSpan(parts[1])), OpenIdJsonContext.Default.IdTokenClaims);
            return new ParsedIdToken(text, header, claims ?? throw new JsonException());
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Refused($"its claims are not a JSON object with a 'sub' and claims of the right kinds{At(exception)}.");
        }
    }

    private static IdTokenHeader ReadHeader(ReadOnlySpan<char> part)
    {
        IdTokenHeader header;
        try
        {
            header = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(part), OpenIdJsonContext.Default.IdTokenHeader) ?? throw new JsonException();
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Refused("its header is not a JSON object, or names something twice.");
        }

        if (header.Enc is not null)
        {
            throw Refused("it is encrypted, and encrypted tokens are not accepted. Globus Auth signs its tokens only.");
        }

        if (header.Crit is not null || header.B64 is not null)
        {
            throw Refused("its header asks for extensions ('crit', 'b64') that are not understood here (RFC 7515, section 4.1.11).");
        }

        return string.IsNullOrEmpty(header.Alg)
            ? throw new IdTokenValidationException(IdTokenCheck.Algorithm, "its header names no algorithm.")
            : header;
    }

    // The path of a member that has a property is a name of ours, such as "$.exp"; any other could be the sender's own words.
    private static string At(Exception exception) =>
        exception is JsonException { Path: { Length: > 2 and < 32 } path } && path.StartsWith("$.", StringComparison.Ordinal)
            && OpenIdJsonContext.Default.IdTokenClaims.Properties.Any(property => property.Name == path[2..])
            ? $" ('{path[2..]}')"
            : string.Empty;

    private static IdTokenValidationException Refused(string reason) => new(IdTokenCheck.Format, reason);
}
