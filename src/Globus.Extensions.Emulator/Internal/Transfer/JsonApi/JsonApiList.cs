using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>A page of resources.</summary>
internal sealed record JsonApiList<T>(IReadOnlyList<T> Data, JsonApiLinks? Links)
{
    public JsonApiMeta Meta { get; } = JsonApiMeta.New();

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonApiCollection>? Included { get; init; }
}
