namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>The answer of <c>GET /v0.10/submission_id</c>.</summary>
internal sealed record SubmissionId(Guid Value)
{
    [System.Text.Json.Serialization.JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "submission_id";
}
