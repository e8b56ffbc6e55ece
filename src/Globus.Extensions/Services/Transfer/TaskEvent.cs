using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Something that happened to a task.</summary>
public sealed record TaskEvent
{
    /// <summary>The kind of the document: <c>event</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>What happened.</summary>
    public TaskEventCode? Code { get; init; }

    /// <summary>Whether it is an error.</summary>
    public bool? IsError { get; init; }

    /// <summary>What happened, in a few words.</summary>
    public string? Description { get; init; }

    /// <summary>More of it: a text, at times JSON in a text.</summary>
    public string? Details { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
