using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>A store's part of the state: plain data, taken and put back as a whole.</summary>
/// <param name="name">The member of the document.</param>
/// <param name="type">How the data is written.</param>
/// <param name="snapshot">Takes what the store holds.</param>
/// <param name="restore">Puts it in the place of what the store holds.</param>
internal sealed class StatePart<T>(string name, JsonTypeInfo<T> type, Func<T> snapshot, Action<T> restore) : IStatePart
    where T : class
{
    public string Name => name;

    public Action<Utf8JsonWriter> Capture()
    {
        var data = snapshot();
        return writer => JsonSerializer.Serialize(writer, data, type);
    }

    public void Read(JsonElement element) =>
        restore(element.Deserialize(type) ?? throw new JsonException($"'{name}' is null."));
}
