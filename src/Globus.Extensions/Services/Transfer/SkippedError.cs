using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A path of the source that a task skipped because of an error.</summary>
public sealed record SkippedError
{
    /// <summary>The kind of the document: <c>skipped_error</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>What was wrong, for example <c>FILE_NOT_FOUND</c>.</summary>
    public TaskEventCode? ErrorCode { get; init; }

    /// <summary>More of it.</summary>
    public string? ErrorDetails { get; init; }

    /// <summary>When it was met.</summary>
    public DateTimeOffset? ErrorTime { get; init; }

    /// <summary>The path of the source.</summary>
    public string? SourcePath { get; init; }

    /// <summary>Where it would have gone.</summary>
    public string? DestinationPath { get; init; }

    /// <summary>Whether it is a directory.</summary>
    public bool? IsDirectory { get; init; }

    /// <summary>Whether it is a symbolic link.</summary>
    public bool? IsSymlink { get; init; }

    /// <summary>Whether it should have been deleted at the destination.</summary>
    public bool? IsDeleteDestinationExtra { get; init; }

    /// <summary>The checksum that the request gave.</summary>
    public string? ExternalChecksum { get; init; }

    /// <summary>How that checksum was taken.</summary>
    public string? ChecksumAlgorithm { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
