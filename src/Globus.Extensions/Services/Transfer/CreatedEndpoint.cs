using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>The answer to the creation of a collection.</summary>
public sealed record CreatedEndpoint
{
    /// <summary>The kind of the document, <c>endpoint_create_result</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id of the new collection.</summary>
    public required EndpointId Id { get; init; }

    /// <summary>The kind of the success, <c>Created</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Message { get; init; }

    /// <summary>The id of the request, for the support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The path that was called.</summary>
    public string? Resource { get; init; }

    /// <summary>The key that sets Globus Connect Personal up as this collection; guest collections have none. Never printed.</summary>
    public string? GlobusConnectSetupKey { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Leaves out the setup key.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Code = ").Append(Code).Append(", Message = ").Append(Message).Append(", RequestId = ").Append(RequestId);
        return true;
    }
}
