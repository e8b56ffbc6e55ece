using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>Makes request bodies of JSON: serialised at once, so that they have a length and can be sent again.</summary>
internal static class JsonBody
{
    private static readonly MediaTypeHeaderValue MediaType = new("application/json");

    /// <summary>An object whose only member holds the value, as Globus Auth wants it: <c>{"project": {…}}</c>.</summary>
    public static HttpContent Wrap<T>(string member, T value, JsonTypeInfo<T> typeInfo)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(member);
            JsonSerializer.Serialize(writer, value, typeInfo);
            writer.WriteEndObject();
        }

        return new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = MediaType } };
    }
}
