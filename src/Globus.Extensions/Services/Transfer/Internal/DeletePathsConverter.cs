using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>The paths of a deletion, each of which is a document of its own on the wire.</summary>
internal sealed class DeletePathsConverter : JsonConverter<IReadOnlyList<string>>
{
    private static readonly JsonEncodedText DataType = JsonEncodedText.Encode("DATA_TYPE");
    private static readonly JsonEncodedText Item = JsonEncodedText.Encode("delete_item");
    private static readonly JsonEncodedText PathName = JsonEncodedText.Encode("path");

    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var paths = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using var item = JsonDocument.ParseValue(ref reader);
            paths.Add(item.RootElement.ValueKind == JsonValueKind.Object && item.RootElement.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String
                ? path.GetString()!
                : throw new JsonException("An item to delete has no path."));
        }

        return paths;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString(DataType, Item);
            writer.WriteString(PathName, value[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
