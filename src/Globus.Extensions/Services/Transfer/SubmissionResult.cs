using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What the service says of a request that was submitted.</summary>
public sealed record SubmissionResult
{
    /// <summary>The kind of the document: <c>transfer_result</c> or <c>delete_result</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary><c>Accepted</c>, or <c>Duplicate</c> if an earlier sending of the same request had been accepted.</summary>
    public required string Code { get; init; }

    /// <summary>The task.</summary>
    public required TransferTaskId TaskId { get; init; }

    /// <summary>The id under which it was submitted.</summary>
    public SubmissionId? SubmissionId { get; init; }

    /// <summary>The same in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The id that the service gave the request; Globus support asks for it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The path of the request.</summary>
    public string? Resource { get; init; }

    /// <summary>Where the task is.</summary>
    public TaskLink? TaskLink { get; init; }

    /// <summary>Whether an earlier sending of the same request had been accepted. There is one task all the same.</summary>
    [JsonIgnore]
    public bool IsDuplicate => Code == "Duplicate";

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
