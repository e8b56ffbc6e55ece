using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A task as its owner sees it.</summary>
internal record TaskDocument
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "task";

    public required Guid TaskId { get; init; }

    public required string Type { get; init; }

    public required string Status { get; init; }

    public string? Label { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Username { get; init; }

    public string Command { get; } = "API 0.10";

    public required string RequestTime { get; init; }

    public string? CompletionTime { get; init; }

    public required string Deadline { get; init; }

    public required Guid SourceEndpointId { get; init; }

    public string? SourceEndpointDisplayName { get; init; }

    public string? SourceEndpoint { get; init; }

    public Guid? DestinationEndpointId { get; init; }

    public string? DestinationEndpointDisplayName { get; init; }

    public string? DestinationEndpoint { get; init; }

    public string? SourceBasePath { get; init; }

    public string? DestinationBasePath { get; init; }

    public int? SyncLevel { get; init; }

    public bool EncryptData { get; init; }

    public bool VerifyChecksum { get; init; }

    public bool PreserveTimestamp { get; init; }

    public bool DeleteDestinationExtra { get; init; }

    public bool SkipSourceErrors { get; init; }

    public bool FailOnQuotaErrors { get; init; }

    public string? RecursiveSymlinks { get; init; }

    public IReadOnlyList<FilterRule>? FilterRules { get; init; }

    public long Files { get; init; }

    public long Directories { get; init; }

    public long Symlinks { get; init; }

    public long FilesSkipped { get; init; }

    public long FilesTransferred { get; init; }

    public long Faults { get; init; }

    public long BytesTransferred { get; init; }

    public long BytesChecksummed { get; init; }

    public long EffectiveBytesPerSecond { get; init; }

    public long SubtasksTotal { get; init; }

    public long SubtasksPending { get; init; }

    public long SubtasksRetrying { get; init; }

    public long SubtasksSucceeded { get; init; }

    public long SubtasksExpired { get; init; }

    public long SubtasksCanceled { get; init; }

    public long SubtasksFailed { get; init; }

    public long SubtasksSkippedErrors { get; init; }

    public bool HistoryDeleted { get; init; }

    public bool? IsOk { get; init; }

    public bool IsPaused { get; init; }

    public string? NiceStatus { get; init; }

    public string? NiceStatusShortDescription { get; init; }

    public string? NiceStatusDetails { get; init; }

    public int? NiceStatusExpiresIn { get; init; }

    public string? CanceledByAdmin { get; init; }

    public string? CanceledByAdminMessage { get; init; }

    public TaskTrouble? FatalError { get; init; }
}
