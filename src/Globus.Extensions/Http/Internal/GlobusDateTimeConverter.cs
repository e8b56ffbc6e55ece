using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Http.Internal;

/// <summary>Reads the spellings of time that Globus services use: a blank or a <c>T</c>, a date only, no offset for UTC.</summary>
internal sealed class GlobusDateTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryReadUsual(ref reader, out var usual)
            ? usual
            : ReadAny(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));

    // Lists have many times, nearly all in the one spelling that the reader knows itself. Without an offset it would take them for local.
    private static bool TryReadUsual(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        return !reader.HasValueSequence
            && reader.ValueSpan is [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, (byte)'T', .. { Length: >= 9 }] text
            && (text[^1] == (byte)'Z' || text[^6] is (byte)'+' or (byte)'-')
            && reader.TryGetDateTimeOffset(out value);
    }

    private static DateTimeOffset ReadAny(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && reader.GetString() is [_, _, _, _, '-', _, _, '-', ..] text // Parsing alone would take a mere "7:08", and mean today.
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : throw new JsonException();
}
