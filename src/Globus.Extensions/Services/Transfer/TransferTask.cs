using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A task: a transfer or a deletion that was submitted, how it stands, and what it did.</summary>
public sealed record TransferTask
{
    /// <summary>The kind of the document: <c>task</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id; empty in lists that leave it out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TransferTaskId TaskId { get; init; }

    /// <summary>What it does.</summary>
    public TransferTaskType? Type { get; init; }

    /// <summary>How it stands.</summary>
    public TransferTaskStatus? Status { get; init; }

    /// <summary>Its label.</summary>
    public string? Label { get; init; }

    /// <summary>Who submitted it.</summary>
    public IdentityId? OwnerId { get; init; }

    /// <summary>To managers: the user name of the owner.</summary>
    public string? OwnerString { get; init; }

    /// <summary>The old name of the owner.</summary>
    public string? Username { get; init; }

    /// <summary>The program that submitted it.</summary>
    public string? Command { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset? RequestTime { get; init; }

    /// <summary>When it ended; <see langword="null"/> while it has not.</summary>
    public DateTimeOffset? CompletionTime { get; init; }

    /// <summary>When it is cancelled if it has not ended.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The source; in a deletion, where it deletes.</summary>
    public EndpointId? SourceEndpointId { get; init; }

    /// <summary>The name of the source; in a deletion, where it deletes that is shown.</summary>
    public string? SourceEndpointDisplayName { get; init; }

    /// <summary>The old name of the source; in a deletion, where it deletes.</summary>
    public string? SourceEndpoint { get; init; }

    /// <summary>The folder of the source; in a deletion, where it deletes that holds all items, if the request asked to store it.</summary>
    public string? SourceBasePath { get; init; }

    /// <summary>The destination.</summary>
    public EndpointId? DestinationEndpointId { get; init; }

    /// <summary>The name of the destination that is shown.</summary>
    public string? DestinationEndpointDisplayName { get; init; }

    /// <summary>The old name of the destination.</summary>
    public string? DestinationEndpoint { get; init; }

    /// <summary>The folder of the destination that holds all items, if the request asked to store it.</summary>
    public string? DestinationBasePath { get; init; }

    /// <summary>What decides whether a file is copied that is there already; <see langword="null"/> if all are.</summary>
    public SyncLevel? SyncLevel { get; init; }

    /// <summary>Whether the data is encrypted on its way.</summary>
    public bool? EncryptData { get; init; }

    /// <summary>Whether what was copied is compared by checksum.</summary>
    public bool? VerifyChecksum { get; init; }

    /// <summary>Whether files keep the time of their last change.</summary>
    public bool? PreserveTimestamp { get; init; }

    /// <summary>Whether what the source lacks is deleted at the destination.</summary>
    public bool? DeleteDestinationExtra { get; init; }

    /// <summary>Whether missing and forbidden files of the source are left out, instead of keeping it from success.</summary>
    public bool? SkipSourceErrors { get; init; }

    /// <summary>Whether it fails when the destination is full, instead of trying again.</summary>
    public bool? FailOnQuotaErrors { get; init; }

    /// <summary>What becomes of symbolic links within folders.</summary>
    public RecursiveSymlinks? RecursiveSymlinks { get; init; }

    /// <summary>Which entries of folders are copied.</summary>
    public IReadOnlyList<TransferFilterRule>? FilterRules { get; init; }

    /// <summary>How many files it has found.</summary>
    public long? Files { get; init; }

    /// <summary>How many directories it has found.</summary>
    public long? Directories { get; init; }

    /// <summary>How many symbolic links it has found.</summary>
    public long? Symlinks { get; init; }

    /// <summary>How many files the sync level left out.</summary>
    public long? FilesSkipped { get; init; }

    /// <summary>How many files it has copied.</summary>
    public long? FilesTransferred { get; init; }

    /// <summary>How many errors it met.</summary>
    public long? Faults { get; init; }

    /// <summary>How many bytes it has copied.</summary>
    public long? BytesTransferred { get; init; }

    /// <summary>How many bytes it has read to compare them.</summary>
    public long? BytesChecksummed { get; init; }

    /// <summary>Bytes copied per second since it was submitted.</summary>
    public long? EffectiveBytesPerSecond { get; init; }

    /// <summary>How many parts it has.</summary>
    public long? SubtasksTotal { get; init; }

    /// <summary>How many parts have not ended.</summary>
    public long? SubtasksPending { get; init; }

    /// <summary>How many parts are tried again.</summary>
    public long? SubtasksRetrying { get; init; }

    /// <summary>How many parts ended well.</summary>
    public long? SubtasksSucceeded { get; init; }

    /// <summary>How many parts the deadline ended.</summary>
    public long? SubtasksExpired { get; init; }

    /// <summary>How many parts were cancelled.</summary>
    public long? SubtasksCanceled { get; init; }

    /// <summary>How many parts failed.</summary>
    public long? SubtasksFailed { get; init; }

    /// <summary>How many parts were skipped for errors of the source.</summary>
    public long? SubtasksSkippedErrors { get; init; }

    /// <summary>Whether the details are gone, as they are after 30 days.</summary>
    public bool? HistoryDeleted { get; init; }

    /// <summary>Whether it gets on; <see langword="null"/> once it has ended.</summary>
    public bool? IsOk { get; init; }

    /// <summary>Whether a manager or a pause rule holds it.</summary>
    public bool? IsPaused { get; init; }

    /// <summary>How it gets on, in a word: <c>OK</c>, <c>Queued</c>, or the <see cref="TaskEventCode"/> of what is wrong. <see langword="null"/> once it has ended.</summary>
    public string? NiceStatus { get; init; }

    /// <summary>The same in a few words.</summary>
    public string? NiceStatusShortDescription { get; init; }

    /// <summary>More of it; the service does not use this.</summary>
    public string? NiceStatusDetails { get; init; }

    /// <summary>How many seconds remain until the task needs new credentials; -1 is never.</summary>
    public long? NiceStatusExpiresIn { get; init; }

    /// <summary>Whose manager cancelled it: <c>SOURCE</c>, <c>DESTINATION</c> or <c>BOTH</c>.</summary>
    public string? CanceledByAdmin { get; init; }

    /// <summary>What that manager said.</summary>
    public string? CanceledByAdminMessage { get; init; }

    /// <summary>The error that ended it, if one did.</summary>
    public TaskFatalError? FatalError { get; init; }

    /// <summary>To managers: the endpoint that hosts the source.</summary>
    public EndpointId? SourceHostEndpointId { get; init; }

    /// <summary>To managers: the old name of that endpoint.</summary>
    public string? SourceHostEndpoint { get; init; }

    /// <summary>To managers: the name of that endpoint that is shown.</summary>
    public string? SourceHostEndpointDisplayName { get; init; }

    /// <summary>To managers: where on its host the source is.</summary>
    public string? SourceHostPath { get; init; }

    /// <summary>To managers: the mapped collection under the source.</summary>
    public EndpointId? SourceMappedCollectionId { get; init; }

    /// <summary>To managers: the name of that mapped collection that is shown.</summary>
    public string? SourceMappedCollectionDisplayName { get; init; }

    /// <summary>To managers: the local user on the source.</summary>
    public string? SourceLocalUser { get; init; }

    /// <summary>To managers: whether that user can be told: <c>OK</c>, <c>NO_PERMISSION</c>, <c>NOT_SCANNED</c>, <c>ENDPOINT_ERROR</c> or <c>NO_ENDPOINT</c>.</summary>
    public LocalUserStatus? SourceLocalUserStatus { get; init; }

    /// <summary>To managers: the endpoint that hosts the destination.</summary>
    public EndpointId? DestinationHostEndpointId { get; init; }

    /// <summary>To managers: the old name of that endpoint.</summary>
    public string? DestinationHostEndpoint { get; init; }

    /// <summary>To managers: the name of that endpoint that is shown.</summary>
    public string? DestinationHostEndpointDisplayName { get; init; }

    /// <summary>To managers: where on its host the destination is.</summary>
    public string? DestinationHostPath { get; init; }

    /// <summary>To managers: the mapped collection under the destination.</summary>
    public EndpointId? DestinationMappedCollectionId { get; init; }

    /// <summary>To managers: the name of that mapped collection that is shown.</summary>
    public string? DestinationMappedCollectionDisplayName { get; init; }

    /// <summary>To managers: the local user on the destination.</summary>
    public string? DestinationLocalUser { get; init; }

    /// <summary>To managers: whether that user can be told: <c>OK</c>, <c>NO_PERMISSION</c>, <c>NOT_SCANNED</c>, <c>ENDPOINT_ERROR</c> or <c>NO_ENDPOINT</c>.</summary>
    public LocalUserStatus? DestinationLocalUserStatus { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
