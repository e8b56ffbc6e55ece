using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>A list as Transfer sends it, with what its ways of paging need.</summary>
internal sealed record TransferList<T>
{
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    [JsonPropertyName("DATA")]
    public IReadOnlyList<T>? Data { get; init; }

    /// <summary>The items of the one list that names them otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<T>? SharedEndpoints { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? HasNextPage { get; init; }

    public string? LastKey { get; init; }

    public string? NextToken { get; init; }

    /// <summary>A number or a text: it goes back as it came.</summary>
    public JsonElement? NextMarker { get; init; }

    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    [JsonIgnore]
    public IReadOnlyList<T>? Items => Data ?? SharedEndpoints;
}
