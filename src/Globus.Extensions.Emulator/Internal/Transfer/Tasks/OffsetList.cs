using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A page of a list that is paged by offset.</summary>
internal sealed record OffsetList<T>(
    [property: JsonPropertyName("DATA_TYPE")] string DataType,
    int Length,
    int Limit,
    int Offset,
    int Total,
    [property: JsonPropertyName("DATA")] IReadOnlyList<T> Data);
