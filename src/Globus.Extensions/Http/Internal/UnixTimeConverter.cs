using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Http.Internal;

/// <summary>A moment that is a number of seconds since 1970 on the wire (the <c>NumericDate</c> of RFC 7519).</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset>
{
    private static readonly double First = DateTimeOffset.MinValue.ToUnixTimeSeconds();

    private static readonly double Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    // A moment beyond the calendar is as good as its end.
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var seconds) && double.IsFinite(seconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Clamp(seconds, First, Last) * 1000))
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        var milliseconds = value.ToUnixTimeMilliseconds();
        if (milliseconds % 1000 == 0)
        {
            writer.WriteNumberValue(milliseconds / 1000);
        }
        else
        {
            writer.WriteNumberValue(milliseconds / 1000m);
        }
    }
}
