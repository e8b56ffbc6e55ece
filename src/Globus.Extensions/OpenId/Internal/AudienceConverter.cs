using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>The audience of a token: one text, or an array of them (RFC 7519, section 4.1.3).</summary>
internal sealed class AudienceConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return [reader.GetString()!];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var all = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            all.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException());
        }

        return all;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        if (value is [var single])
        {
            writer.WriteStringValue(single);
            return;
        }

        writer.WriteStartArray();
        foreach (var audience in value)
        {
            writer.WriteStringValue(audience);
        }

        writer.WriteEndArray();
    }
}
