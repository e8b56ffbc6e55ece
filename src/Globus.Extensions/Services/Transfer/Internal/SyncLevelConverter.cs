using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

internal sealed class SyncLevelConverter : JsonConverter<SyncLevel>
{
    public override SyncLevel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, SyncLevel value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
