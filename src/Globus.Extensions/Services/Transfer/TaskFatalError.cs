using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>The error that ended a task.</summary>
public sealed record TaskFatalError
{
    /// <summary>What went wrong.</summary>
    public TaskEventCode? Code { get; init; }

    /// <summary>The same in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
