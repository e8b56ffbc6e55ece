using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Why a task is paused: rules that hold it, and what managers said.</summary>
public sealed record TaskPauseInfo
{
    /// <summary>The kind of the document: <c>pause_info_limited</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The rules that hold it.</summary>
    public IReadOnlyList<TaskPauseRule>? PauseRules { get; init; }

    /// <summary>What a manager of the source said who paused it.</summary>
    public string? SourcePauseMessage { get; init; }

    /// <summary>What a manager of the destination said who paused it.</summary>
    public string? DestinationPauseMessage { get; init; }

    /// <summary>What a manager of the host of the source said.</summary>
    public string? SourcePauseMessageShare { get; init; }

    /// <summary>What a manager of the host of the destination said.</summary>
    public string? DestinationPauseMessageShare { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
