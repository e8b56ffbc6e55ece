using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>The cancelling of many tasks by who manages their endpoint. It goes on after the answer.</summary>
public sealed record TaskCancellation
{
    /// <summary>The kind of the document, <c>admin_cancel</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id, a number.</summary>
    public required long Id { get; init; }

    /// <summary>Whether all of the tasks have been cancelled.</summary>
    public bool? Done { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
