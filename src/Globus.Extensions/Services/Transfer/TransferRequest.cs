using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to copy from one collection to another, and how.</summary>
public sealed record TransferRequest
{
    /// <summary>
    /// The id under which the request is submitted, which makes one task of all sendings, even of several processes. Set by
    /// <see cref="TransferClient.PrepareAsync(TransferRequest, CancellationToken)"/>. Default: the client gets one when it submits, and it stands here until
    /// the request is accepted.
    /// </summary>
    /// <remarks>
    /// A copy that says something else needs another id, or none: the service tells requests apart by their ids alone. An id that was not set does not
    /// go along into a copy.
    /// </remarks>
    public SubmissionId? SubmissionId { get => field ?? PendingSubmission.FindId(this); init; }

    /// <summary>The collection to copy from.</summary>
    public required EndpointId SourceEndpoint { get; init; }

    /// <summary>The collection to copy to.</summary>
    public required EndpointId DestinationEndpoint { get; init; }

    /// <summary>What to copy; at least one item. The list is read while it is sent, and must not change meanwhile.</summary>
    [JsonPropertyName("DATA")]
    public required IReadOnlyList<TransferItem> Items { get; init; }

    /// <summary>A name for the task, of at most 128 characters. Default: none.</summary>
    public string? Label { get; init; }

    /// <summary>When the task is cancelled if it has not ended. Default: the service's, about a day after the submission.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Whether the owner gets an e-mail when the task succeeds. Default: the service's, yes.</summary>
    public bool? NotifyOnSucceeded { get; init; }

    /// <summary>Whether the owner gets an e-mail when the task fails. Default: the service's, yes.</summary>
    public bool? NotifyOnFailed { get; init; }

    /// <summary>Whether the owner gets an e-mail when the task is suspended. Default: the service's, yes.</summary>
    public bool? NotifyOnInactive { get; init; }

    /// <summary>Whether the task shows the folder that holds all items. Default: the service's, no.</summary>
    public bool? StoreBasePathInfo { get; init; }

    /// <summary>What decides whether a file is copied that is there already. Default: all are.</summary>
    public SyncLevel? SyncLevel { get; init; }

    /// <summary>Whether what was copied is compared by checksum. Default: the service's, no.</summary>
    public bool? VerifyChecksum { get; init; }

    /// <summary>Whether files keep the time of their last change. Default: the service's, no.</summary>
    public bool? PreserveTimestamp { get; init; }

    /// <summary>Whether the data is encrypted on its way. Default: the service's, no.</summary>
    public bool? EncryptData { get; init; }

    /// <summary>
    /// Whether files of the source that are missing (<c>FILE_NOT_FOUND</c>) or forbidden (<c>PERMISSION_DENIED</c>) are left out and noted, instead
    /// of keeping the task from success. Default: the service's, no.
    /// </summary>
    public bool? SkipSourceErrors { get; init; }

    /// <summary>Whether the task fails when the destination is full, instead of trying again. Default: the service's, no.</summary>
    public bool? FailOnQuotaErrors { get; init; }

    /// <summary>Whether what the source lacks is deleted in the destination's folders. Recursive items only. Default: the service's, no.</summary>
    public bool? DeleteDestinationExtra { get; init; }

    /// <summary>What becomes of symbolic links within folders. Default: the service's, they are left out.</summary>
    public RecursiveSymlinks? RecursiveSymlinks { get; init; }

    /// <summary>Which entries of folders are copied; the first rule that fits decides. Default: all.</summary>
    public IReadOnlyList<TransferFilterRule>? FilterRules { get; init; }

    /// <summary>The local user on the source. Mapped collections only. Default: the one that the caller is mapped to.</summary>
    public string? SourceLocalUser { get; init; }

    /// <summary>The local user on the destination. Mapped collections only. Default: the one that the caller is mapped to.</summary>
    public string? DestinationLocalUser { get; init; }

    [JsonInclude, JsonPropertyName("DATA_TYPE"), JsonPropertyOrder(-1)]
    internal string DataType { get; set; } = "transfer";

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get => AdditionalMembers.ToObject(Extra); init => Extra = AdditionalMembers.ToElements(value); }

    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>Reads a request that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON, as the service takes it.</param>
    /// <returns>The request, with its submission id if it had one.</returns>
    /// <exception cref="JsonException">It is no such request.</exception>
    public static TransferRequest FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, TransferRequestJsonContext.Default.TransferRequest) ?? throw new JsonException("The request is null.");
    }

    /// <summary>
    /// Writes the request as the service takes it, to be kept until it is known to be submitted: whoever reads it again and submits it, after
    /// a crash as well, gets the task of the first submission if there was one. For that it must have its <see cref="SubmissionId"/>: it has if it was
    /// prepared, or if its submission failed.
    /// </summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, TransferRequestJsonContext.Default.TransferRequest);
}
