using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>A list as the second version of the service sends it (JSON:API).</summary>
internal sealed record JsonApiList<T>
{
    public IReadOnlyList<T>? Data { get; init; }

    /// <summary>What the items relate to, if it was asked for.</summary>
    public JsonElement? Included { get; init; }

    public JsonApiLinks? Links { get; init; }

    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
