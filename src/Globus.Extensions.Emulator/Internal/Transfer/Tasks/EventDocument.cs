using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>An event as the API shows it.</summary>
internal sealed record EventDocument(string Code, bool IsError, string Description, string Details, string Time)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "event";
}
