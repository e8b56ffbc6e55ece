using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.OpenId.Internal;

internal sealed class JwkSetConverter : JsonConverter<JwkSet>
{
    public override JwkSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The key set is not a JSON object.");
        }

        if (!root.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The key set has no array 'keys'.");
        }

        return keys.GetArrayLength() > 0
            ? new JwkSet([.. keys.EnumerateArray().Select(TryRead).OfType<GlobusJsonWebKey>()])
            : throw new JsonException("The key set holds no key.");
    }

    public override void Write(Utf8JsonWriter writer, JwkSet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("keys");
        foreach (var key in value.Keys)
        {
            JsonSerializer.Serialize(writer, key, OpenIdJsonContext.Default.GlobusJsonWebKey);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static GlobusJsonWebKey? TryRead(JsonElement key)
    {
        try
        {
            return key.Deserialize(OpenIdJsonContext.Default.GlobusJsonWebKey);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
