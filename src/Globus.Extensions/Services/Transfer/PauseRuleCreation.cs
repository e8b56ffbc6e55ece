using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A pause rule to create.</summary>
public sealed record PauseRuleCreation
{
    /// <summary>The endpoint.</summary>
    public required EndpointId EndpointId { get; init; }

    /// <summary>What the people whom it hits are told.</summary>
    public required string Message { get; init; }

    /// <summary>The identity whom it hits. Default: everyone.</summary>
    public IdentityId? IdentityId { get; init; }

    /// <summary>When it takes effect. Default: at once.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Whether listings are paused. Default: yes.</summary>
    public bool? PauseLs { get; init; }

    /// <summary>Whether the making of directories is paused. Default: yes.</summary>
    public bool? PauseMkdir { get; init; }

    /// <summary>Whether the making of symbolic links is paused. Default: yes.</summary>
    public bool? PauseSymlink { get; init; }

    /// <summary>Whether renaming is paused. Default: yes.</summary>
    public bool? PauseRename { get; init; }

    /// <summary>Whether delete tasks are paused. Default: yes.</summary>
    public bool? PauseTaskDelete { get; init; }

    /// <summary>Whether transfers to it are paused. Default: yes.</summary>
    public bool? PauseTaskTransferWrite { get; init; }

    /// <summary>Whether transfers from it are paused. Default: yes.</summary>
    public bool? PauseTaskTransferRead { get; init; }

    /// <summary>Whether transfers to it that delete what the source lacks are paused. Default: yes.</summary>
    public bool? PauseTaskTransferDelete { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    [JsonInclude, JsonPropertyName("DATA_TYPE")]
    internal string DataType => "pause_rule";

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">The endpoint or the message is empty.</exception>
    internal void Check(string parameterName)
    {
        TransferArguments.CheckNotEmpty(EndpointId.Value, nameof(EndpointId), parameterName);
        TransferArguments.CheckNotEmpty(Message, nameof(Message), parameterName);
    }
}
