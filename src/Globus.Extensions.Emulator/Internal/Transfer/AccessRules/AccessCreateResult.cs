using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.AccessRules;

/// <summary>The answer to the creation of an access rule.</summary>
internal sealed record AccessCreateResult(Guid AccessId, string RequestId, string Resource)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "access_create_result";

    public string Code { get; } = "Created";

    public string Message { get; } = "Access rule created successfully.";
}
