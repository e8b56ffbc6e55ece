using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Http.Internal;

/// <summary>A span of time that is a number of minutes on the wire.</summary>
internal sealed class MinutesConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var minutes) && Math.Abs(minutes) < TimeSpan.MaxValue.TotalMinutes
            ? TimeSpan.FromMinutes(minutes)
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        if (value.Ticks % TimeSpan.TicksPerMinute == 0)
        {
            writer.WriteNumberValue(value.Ticks / TimeSpan.TicksPerMinute);
        }
        else
        {
            writer.WriteNumberValue(value.TotalMinutes);
        }
    }
}
