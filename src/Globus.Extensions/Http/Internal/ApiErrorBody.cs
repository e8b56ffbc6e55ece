using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Globus.Extensions.Http.Internal;

/// <summary>The body of an error response as text and JSON, both free of credentials.</summary>
internal sealed record ApiErrorBody
{
    /// <summary>The most that is kept of the text, in characters.</summary>
    public const int LongestText = 16 * 1024;

    /// <summary>Stands at the end of a text that is not the whole body.</summary>
    public const string ClipMark = "… [clipped]";

    public string? ContentType { get; private init; }

    public string? MediaType { get; private init; }

    public required string Text { get; init; }

    public bool IsClipped { get; private init; }

    public JsonElement? Json { get; private init; }

    public static ApiErrorBody Read(ReadOnlySpan<byte> bytes, string? contentType, bool clipped, CredentialRedactor redactor)
    {
        var semicolon = contentType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        var mediaType = (semicolon < 0 ? contentType : contentType![..semicolon])?.Trim();
        var text = Decode(bytes, contentType);

        // JSON is masked by structure, whatever the header calls it; the rest, and JSON that breaks off, by the look of the text.
        var json = TryReadJson(ref text, redactor);
        text = json is null ? redactor.Redact(text) : text;
        clipped |= text.Length > LongestText;
        return new ApiErrorBody
        {
            ContentType = contentType,
            MediaType = mediaType,
            Text = clipped ? Clip.At(text, LongestText) + ClipMark : text,
            IsClipped = clipped,
            Json = IsJson(mediaType) && json is { ValueKind: not JsonValueKind.Null } ? json : null,
        };
    }

    private static bool IsJson(string? mediaType) =>
        mediaType is not null
        && mediaType.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
        && (mediaType.Length == "application/json".Length
            ? mediaType.EndsWith("/json", StringComparison.OrdinalIgnoreCase)
            : mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static JsonElement? TryReadJson(ref string text, CredentialRedactor redactor)
    {
        try
        {
            var json = JsonElement.Parse(text);
            if (JsonCredentialRedactor.Redact(json, redactor) is { } redacted)
            {
                text = redacted;
                json = JsonElement.Parse(redacted);
            }

            return json;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON; or JSON with half of a surrogate pair ("\ud800"), which cannot become a string. The redactor has taken every
            // text of the document, so that none of those returned here throws later.
            return null;
        }
    }

    // UTF-8 first, whatever the header says: JSON has to be, and a text in another encoding is hardly ever valid UTF-8 by chance.
    // Only zero bytes tell of UTF-16 and UTF-32.
    private static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var encoding = Utf8.IsValid(bytes) && !bytes.Contains((byte)0) ? Encoding.UTF8 : Declared(contentType);
        return encoding.GetString(bytes).TrimStart('\uFEFF');
    }

    private static Encoding Declared(string? contentType)
    {
        const string Parameter = "charset=";
        var start = contentType?.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return Encoding.UTF8;
        }

        var name = contentType![(start + Parameter.Length)..].Split(';')[0].Trim().Trim('"');
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
