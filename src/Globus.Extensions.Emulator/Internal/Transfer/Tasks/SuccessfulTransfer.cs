using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A file that has been copied.</summary>
internal sealed record SuccessfulTransfer(string? SourcePath, string? DestinationPath, long Size, string? Checksum, string? ChecksumAlgorithm)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "successful_transfer";

    public bool Dynamic { get; init; }
}
