using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What is paused on an endpoint, and for whom. Those whom it hits see less of it than those who manage it.</summary>
public sealed record PauseRule
{
    /// <summary>The kind of the document, <c>pause_rule</c> or <c>pause_rule_limited</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id.</summary>
    public required PauseRuleId Id { get; init; }

    /// <summary>What the people whom it hits are told.</summary>
    public string? Message { get; init; }

    /// <summary>The endpoint.</summary>
    public EndpointId? EndpointId { get; init; }

    /// <summary>The name of the endpoint.</summary>
    public string? EndpointDisplayName { get; init; }

    /// <summary>The identity whom it hits; <see langword="null"/> for everyone.</summary>
    public IdentityId? IdentityId { get; init; }

    /// <summary>When it takes effect; <see langword="null"/> for at once.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The identity that changed it last; for managers only.</summary>
    public IdentityId? ModifiedById { get; init; }

    /// <summary>Whether the manager of the host made it; for managers only.</summary>
    public bool? CreatedByHostManager { get; init; }

    /// <summary>Whether the caller may change it; for managers only.</summary>
    public bool? Editable { get; init; }

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

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
