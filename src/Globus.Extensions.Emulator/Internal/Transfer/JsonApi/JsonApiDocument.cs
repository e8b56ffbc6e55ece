using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>An answer with one resource, or with none after it has been deleted.</summary>
internal sealed record JsonApiDocument<T>(T? Data)
    where T : class
{
    public JsonApiMeta Meta { get; } = JsonApiMeta.New();

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonApiCollection>? Included { get; init; }
}
