using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Http.Internal;

/// <summary>A span of time that is a number on the wire: whole where it can be, else with decimals.</summary>
/// <param name="ticksPerUnit">What the number counts.</param>
internal abstract class TimeUnitConverter(long ticksPerUnit) : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var units) && Math.Abs(units) < (double)long.MaxValue / ticksPerUnit
            ? new TimeSpan((long)Math.Round(units * ticksPerUnit))
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        if (value.Ticks % ticksPerUnit == 0)
        {
            writer.WriteNumberValue(value.Ticks / ticksPerUnit);
        }
        else
        {
            writer.WriteNumberValue((double)value.Ticks / ticksPerUnit);
        }
    }
}
