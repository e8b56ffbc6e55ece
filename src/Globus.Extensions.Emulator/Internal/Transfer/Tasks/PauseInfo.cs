using System.Text.Json.Serialization;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Why a task is paused.</summary>
internal sealed record PauseInfo
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "pause_info_limited";

    /// <summary>The rules that hold it.</summary>
    public IReadOnlyList<PauseRuleDocument> PauseRules { get; init; } = [];

    public string? SourcePauseMessage { get; init; }

    public string? DestinationPauseMessage { get; init; }

    public string? SourcePauseMessageShare { get; init; }

    public string? DestinationPauseMessageShare { get; init; }
}
