using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>A pause rule: as managers see it, or without what is theirs alone, as those see it whom it stops.</summary>
internal sealed record PauseRuleDocument
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType => IsLimited ? "pause_rule_limited" : "pause_rule";

    public required Guid Id { get; init; }

    public required string Message { get; init; }

    public required Guid EndpointId { get; init; }

    public string? EndpointDisplayName { get; init; }

    public Guid? IdentityId { get; init; }

    public string? StartTime { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? ModifiedById { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CreatedByHostManager { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Editable { get; init; }

    public bool PauseLs { get; init; }

    public bool PauseMkdir { get; init; }

    public bool PauseSymlink { get; init; }

    public bool PauseRename { get; init; }

    public bool PauseTaskDelete { get; init; }

    public bool PauseTaskTransferWrite { get; init; }

    public bool PauseTaskTransferRead { get; init; }

    public bool PauseTaskTransferDelete { get; init; }

    private bool IsLimited => ModifiedById is null;
}
