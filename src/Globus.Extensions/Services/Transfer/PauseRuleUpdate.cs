using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to change of a pause rule. What is left out stays as it is.</summary>
public sealed record PauseRuleUpdate
{
    /// <summary>What the people whom it hits are told.</summary>
    public string? Message { get; init; }

    /// <summary>When it takes effect; <see langword="null"/> for at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<DateTimeOffset?>))]
    public Optional<DateTimeOffset?> StartTime { get; init; }

    /// <summary>Whether listings are paused.</summary>
    public bool? PauseLs { get; init; }

    /// <summary>Whether the making of directories is paused.</summary>
    public bool? PauseMkdir { get; init; }

    /// <summary>Whether the making of symbolic links is paused.</summary>
    public bool? PauseSymlink { get; init; }

    /// <summary>Whether renaming is paused.</summary>
    public bool? PauseRename { get; init; }

    /// <summary>Whether delete tasks are paused.</summary>
    public bool? PauseTaskDelete { get; init; }

    /// <summary>Whether transfers to it are paused.</summary>
    public bool? PauseTaskTransferWrite { get; init; }

    /// <summary>Whether transfers from it are paused.</summary>
    public bool? PauseTaskTransferRead { get; init; }

    /// <summary>Whether transfers to it that delete what the source lacks are paused.</summary>
    public bool? PauseTaskTransferDelete { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }
}
