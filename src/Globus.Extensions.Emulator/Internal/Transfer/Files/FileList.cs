using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>The answer of <c>ls</c>.</summary>
internal sealed record FileList
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "file_list";

    public required Guid Endpoint { get; init; }

    /// <summary>The path asked for, with a slash at the end.</summary>
    public required string Path { get; init; }

    /// <summary>The path without home and links.</summary>
    public required string AbsolutePath { get; init; }

    public bool RenameSupported { get; } = true;

    public bool SymlinkSupported { get; } = true;

    public required int Length { get; init; }

    public required int Total { get; init; }

    public required int Limit { get; init; }

    public required int Offset { get; init; }

    [JsonPropertyName("DATA")]
    public required IReadOnlyList<FileDocument> Data { get; init; }
}
