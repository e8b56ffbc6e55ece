using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>A pause rule as those see it whom it stops.</summary>
internal sealed record PauseRuleLimitedDocument
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "pause_rule_limited";

    public required Guid Id { get; init; }

    public required string Message { get; init; }

    public required Guid EndpointId { get; init; }

    public string? EndpointDisplayName { get; init; }

    public Guid? IdentityId { get; init; }

    public string? StartTime { get; init; }

    public bool PauseLs { get; init; }

    public bool PauseMkdir { get; init; }

    public bool PauseSymlink { get; init; }

    public bool PauseRename { get; init; }

    public bool PauseTaskDelete { get; init; }

    public bool PauseTaskTransferWrite { get; init; }

    public bool PauseTaskTransferRead { get; init; }

    public bool PauseTaskTransferDelete { get; init; }
}
