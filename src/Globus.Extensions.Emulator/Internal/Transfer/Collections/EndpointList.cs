using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The answer of a search.</summary>
internal sealed record EndpointList(
    int Offset, int Limit, bool HasNextPage, [property: JsonPropertyName("DATA")] IReadOnlyList<EndpointDocument> Data)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "endpoint_list";
}
