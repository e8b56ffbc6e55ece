using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Globus.Extensions.Http.Internal;

/// <summary>Copies a JSON document and masks the members that are named like credentials.</summary>
/// <remarks>
/// The member <c>code</c> is an error code in every error that Globus sends, but an authorization code where a request to the
/// token endpoint is echoed. It is taken for the former only where error codes stand.
/// </remarks>
internal sealed class JsonCredentialRedactor
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CredentialRedactor _texts;
    private readonly Utf8JsonWriter _writer;
    private bool _changed;

    private JsonCredentialRedactor(CredentialRedactor texts, Utf8JsonWriter writer)
    {
        _texts = texts;
        _writer = writer;
    }

    // Where in a document an object stands: decides what its member "code" is.
    private enum Place
    {
        Root,
        Error,
        Elsewhere,
    }

    /// <summary>The document with credentials masked, or null if it holds none.</summary>
    /// <exception cref="InvalidOperationException">A text of the document is not Unicode.</exception>
    public static string? Redact(JsonElement document, CredentialRedactor texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        var redactor = new JsonCredentialRedactor(texts, writer);
        redactor.Write(document, Place.Root);
        writer.Flush();
        return redactor._changed ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
    }

    private void Write(JsonElement value, Place place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, place);
                break;
            case JsonValueKind.Array:
                _writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, place == Place.Root ? Place.Error : place);
                }

                _writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!);
                break;
            default:
                value.WriteTo(_writer);
                break;
        }
    }

    private void WriteObject(JsonElement value, Place place)
    {
        _writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            _writer.WritePropertyName(_texts.RedactSent(member.Name));
            if (IsCredential(value, member, place))
            {
                _changed = true;
                _writer.WriteStringValue(CredentialRedactor.Mask);
            }
            else
            {
                Write(member.Value, place == Place.Root && member.Name is "error" or "errors" ? Place.Error : Place.Elsewhere);
            }
        }

        _writer.WriteEndObject();
    }

    private void WriteText(string text)
    {
        var redacted = _texts.Redact(text);
        _changed |= !ReferenceEquals(redacted, text);
        _writer.WriteStringValue(redacted);
    }

    private static bool IsCredential(JsonElement owner, JsonProperty member, Place place) => member.Value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False => false,
        JsonValueKind.String when member.Name.Equals("code", StringComparison.OrdinalIgnoreCase) =>
            place == Place.Elsewhere || IsOAuth(owner) || CredentialNames.LooksLikeAuthorizationCode(member.Value.GetString()),
        _ => CredentialNames.Contains(member.Name),
    };

    // An object with these members is an error or a request in terms of OAuth, where the error is called "error".
    private static bool IsOAuth(JsonElement owner) =>
        owner.TryGetProperty("grant_type", out _)
        || (owner.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String);
}
