using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The answer to a submission.</summary>
internal sealed record SubmissionResult(
    [property: JsonPropertyName("DATA_TYPE")] string DataType,
    string Code,
    string Message,
    string RequestId,
    string Resource,
    Guid SubmissionId,
    Guid TaskId,
    TaskLink TaskLink);
