using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Transfer;

/// <summary>A pause rule as those see it whom it holds up.</summary>
public sealed record TaskPauseRule
{
    /// <summary>The kind of the document: <c>pause_rule_limited</c>.</summary>
    [JsonPropertyName("DATA_TYPE")]
    public string? DataType { get; init; }

    /// <summary>The id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PauseRuleId Id { get; init; }

    /// <summary>Why there is a pause.</summary>
    public string? Message { get; init; }

    /// <summary>Where it holds.</summary>
    public EndpointId? EndpointId { get; init; }

    /// <summary>The name of that endpoint that is shown.</summary>
    public string? EndpointDisplayName { get; init; }

    /// <summary>Whom it holds up; <see langword="null"/> for everybody.</summary>
    public IdentityId? IdentityId { get; init; }

    /// <summary>When it begins; <see langword="null"/> if it has.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Whether it stops listings.</summary>
    public bool? PauseLs { get; init; }

    /// <summary>Whether it stops new directories.</summary>
    public bool? PauseMkdir { get; init; }

    /// <summary>Whether it stops new symbolic links.</summary>
    public bool? PauseSymlink { get; init; }

    /// <summary>Whether it stops renaming.</summary>
    public bool? PauseRename { get; init; }

    /// <summary>Whether it stops deletions.</summary>
    public bool? PauseTaskDelete { get; init; }

    /// <summary>Whether it stops transfers that write there.</summary>
    public bool? PauseTaskTransferWrite { get; init; }

    /// <summary>Whether it stops transfers that read there.</summary>
    public bool? PauseTaskTransferRead { get; init; }

    /// <summary>Whether it stops transfers that delete there what the source lacks.</summary>
    public bool? PauseTaskTransferDelete { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
