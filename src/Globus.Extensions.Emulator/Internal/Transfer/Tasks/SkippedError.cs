using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Something of the source that could not be read and was left out.</summary>
internal sealed record SkippedError
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "skipped_error";

    public required string ErrorCode { get; init; }

    public required string ErrorDetails { get; init; }

    public required string ErrorTime { get; init; }

    public required string? SourcePath { get; init; }

    public required string? DestinationPath { get; init; }

    public bool IsDirectory { get; init; }

    public bool IsSymlink { get; init; }

    public bool IsDeleteDestinationExtra { get; init; }

    public string? ExternalChecksum { get; init; }

    public string? ChecksumAlgorithm { get; init; }
}
