using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A page of a list that is paged by marker; the last one names no next.</summary>
internal sealed record MarkerList<T>(
    [property: JsonPropertyName("DATA_TYPE")] string DataType,
    int Marker,
    int? NextMarker,
    [property: JsonPropertyName("DATA")] IReadOnlyList<T> Data);
