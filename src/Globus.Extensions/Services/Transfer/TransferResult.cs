using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What the service says of a change that it made.</summary>
public sealed record TransferResult
{
    /// <summary>The kind of the document, for example <c>result</c> or <c>mkdir_result</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>What was done, in a word, for example <c>Updated</c>, <c>Deleted</c> or <c>Canceled</c>. The service may add words.</summary>
    public required string Code { get; init; }

    /// <summary>What was done, in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The id that the service gave the request; Globus support asks for it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The path of the request.</summary>
    public string? Resource { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
