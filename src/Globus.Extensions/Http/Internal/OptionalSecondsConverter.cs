using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Http.Internal;

/// <summary>A span of time that is a number of seconds or null on the wire, or left out by the property's <c>JsonIgnore</c>.</summary>
internal sealed class OptionalSecondsConverter : JsonConverter<Optional<TimeSpan?>>
{
    private static readonly SecondsConverter Seconds = new();

    public override bool HandleNull => true;

    public override Optional<TimeSpan?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? new(null) : new(Seconds.Read(ref reader, typeof(TimeSpan), options));

    public override void Write(Utf8JsonWriter writer, Optional<TimeSpan?> value, JsonSerializerOptions options)
    {
        if (value.Value is { } time)
        {
            Seconds.Write(writer, time, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
