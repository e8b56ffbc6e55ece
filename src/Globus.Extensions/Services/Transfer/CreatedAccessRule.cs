using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>The answer to the creation of an access rule.</summary>
public sealed record CreatedAccessRule
{
    /// <summary>The kind of the document, <c>access_create_result</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id of the new rule.</summary>
    [JsonPropertyName("access_id")]
    public required AccessRuleId Id { get; init; }

    /// <summary>The kind of the success, <c>Created</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Message { get; init; }

    /// <summary>The id of the request, for the support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The path that was called.</summary>
    public string? Resource { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
