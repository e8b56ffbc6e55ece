using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>One identity in one group.</summary>
public sealed record GroupMembership : IKeepsNulls
{
    /// <summary>The group.</summary>
    public GroupId? GroupId { get; init; }

    /// <summary>The identity.</summary>
    public required IdentityId IdentityId { get; init; }

    /// <summary>The user name of the identity.</summary>
    public string? Username { get; init; }

    /// <summary>What the identity may do.</summary>
    public GroupRole? Role { get; init; }

    /// <summary>How the membership stands.</summary>
    public GroupMembershipStatus? Status { get; init; }

    /// <summary>Why it stands so.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The subgroup that implies this membership.</summary>
    public GroupId? SourceGroupId { get; init; }

    /// <summary>Where the invitation was sent.</summary>
    public string? InviteEmailAddress { get; init; }

    /// <summary>When the invitation was sent.</summary>
    [JsonConverter(typeof(GlobusDateTimeConverter))]
    public DateTimeOffset? InviteTime { get; init; }

    /// <summary>When the membership last changed.</summary>
    [JsonConverter(typeof(GlobusDateTimeConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What the identity told of itself when it joined.</summary>
    public IReadOnlyDictionary<GroupSignupField, JsonElement>? MembershipFields { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
