using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The answer to the creation of a collection.</summary>
internal sealed record EndpointCreateResult(Guid Id, string? GlobusConnectSetupKey, string RequestId, string Resource)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "endpoint_create_result";

    public string Code { get; } = "Created";

    public string Message { get; } = "Endpoint created successfully";
}
