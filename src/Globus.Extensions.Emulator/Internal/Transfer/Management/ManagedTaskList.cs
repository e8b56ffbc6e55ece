using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>A page of tasks that leads to the next one by its last key.</summary>
internal sealed record ManagedTaskList(
    int Limit, string? LastKey, bool HasNextPage, [property: JsonPropertyName("DATA")] IReadOnlyList<ManagedTaskDocument> Data)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "task_list";
}
