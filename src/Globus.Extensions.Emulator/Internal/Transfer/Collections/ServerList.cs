using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The answer of <c>server_list</c>.</summary>
internal sealed record ServerList(string Endpoint, [property: JsonPropertyName("DATA")] IReadOnlyList<ServerDocument> Data)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "endpoint_server_list";
}
