using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>A group to create. The caller's primary identity becomes its admin.</summary>
public sealed record GroupCreation
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>What members agree to.</summary>
    public string? TermsAndConditions { get; init; }

    /// <summary>The group of which it shall be a subgroup, and of which the caller must be an admin; none if left out or <see langword="null"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<GroupId?>))]
    public Optional<GroupId?> ParentId { get; init; }

    /// <summary>The policies. Default: the group is private, managers see its members, and nobody asks to join.</summary>
    public GroupPolicySettings? Policies { get; init; }
}
