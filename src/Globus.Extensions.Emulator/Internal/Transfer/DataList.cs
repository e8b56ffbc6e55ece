using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>A list that comes whole.</summary>
internal sealed record DataList<T>(
    [property: JsonPropertyName("DATA_TYPE")] string DataType, [property: JsonPropertyName("DATA")] IReadOnlyList<T> Data);
