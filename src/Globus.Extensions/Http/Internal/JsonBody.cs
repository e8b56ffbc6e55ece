using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>Makes request bodies of JSON: serialised at once, so that they have a length and can be sent again.</summary>
internal static class JsonBody
{
    private static readonly MediaTypeHeaderValue MediaType = new("application/json");

    /// <summary>The value itself, in arrays of the pool: it may be large.</summary>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">How to write it.</param>
    public static HttpContent Of<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        var content = new PooledContent { Headers = { ContentType = MediaType } };
        using var writer = new Utf8JsonWriter(content);
        JsonSerializer.Serialize(writer, value, typeInfo);
        return content;
    }

    /// <summary>A document that was put together member by member.</summary>
    /// <param name="document">The document.</param>
    public static HttpContent Of(JsonObject document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            document.WriteTo(writer);
        }

        return Of(buffer.WrittenMemory);
    }

    /// <summary>An object whose only member holds the value, as Globus Auth wants it: <c>{"project": {…}}</c>.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">How to write the value.</param>
    /// <param name="additional">What to add to the members of the value; the caller has made sure that none comes twice.</param>
    public static HttpContent Wrap<T>(string member, T value, JsonTypeInfo<T> typeInfo, JsonObject? additional = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(member);
            if (additional is null)
            {
                JsonSerializer.Serialize(writer, value, typeInfo);
            }
            else
            {
                Merge(JsonSerializer.SerializeToNode(value, typeInfo)!.AsObject(), additional).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Of(buffer.WrittenMemory);
    }

    /// <summary>Adds fields, none of which comes twice, to the members of an object.</summary>
    public static JsonObject Merge(JsonObject members, JsonObject additional)
    {
        foreach (var (name, value) in additional)
        {
            members.Add(name, value?.DeepClone());
        }

        return members;
    }

    private static ReadOnlyMemoryContent Of(ReadOnlyMemory<byte> json) => new(json) { Headers = { ContentType = MediaType } };
}
