using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>How far managers have come with cancelling tasks.</summary>
internal sealed record AdminCancelDocument(int Id, bool Done)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "admin_cancel";
}
