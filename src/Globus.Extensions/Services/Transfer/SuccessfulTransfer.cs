using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A file that a task copied.</summary>
public sealed record SuccessfulTransfer
{
    /// <summary>The kind of the document: <c>successful_transfer</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>Where it came from; <see langword="null"/> to a manager of the other side.</summary>
    public string? SourcePath { get; init; }

    /// <summary>Where it went; <see langword="null"/> to a manager of the other side.</summary>
    public string? DestinationPath { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Its checksum, if one was taken.</summary>
    public string? Checksum { get; init; }

    /// <summary>How the checksum was taken.</summary>
    public string? ChecksumAlgorithm { get; init; }

    /// <summary>Whether the file was one that grew while it was copied.</summary>
    public bool? Dynamic { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
