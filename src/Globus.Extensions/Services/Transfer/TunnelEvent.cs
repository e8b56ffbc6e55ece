using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Something that happened to a tunnel.</summary>
public sealed record TunnelEvent
{
    /// <summary>The id, a number.</summary>
    public required long Id { get; init; }

    /// <summary>What happened, as one word such as <c>STARTED</c>, <c>TUNNEL_ACTIVE</c> or <c>TUNNEL_STOPPED</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it is an error.</summary>
    public bool? IsError { get; init; }

    /// <summary>The same in words.</summary>
    public string? Description { get; init; }

    /// <summary>More about it.</summary>
    public string? Details { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
