using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>A group, as <c>GET /v2/groups/{group_id}</c> and <c>GET /v2/groups/my_groups</c> describe it.</summary>
public sealed record Group : IKeepsNulls
{
    /// <summary>The id of the group.</summary>
    public required GroupId Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>What members agree to.</summary>
    public string? TermsAndConditions { get; init; }

    /// <summary>The group of which this is a subgroup.</summary>
    public GroupId? ParentId { get; init; }

    /// <summary>The subgroups; only with <see cref="GroupInclude.ChildIds"/>.</summary>
    public IReadOnlyList<GroupId>? ChildIds { get; init; }

    /// <summary>The kind of the group.</summary>
    public GroupType? GroupType { get; init; }

    /// <summary>Whether the group needs a session of high assurance.</summary>
    public bool? EnforceSession { get; init; }

    /// <summary>How long such a session lasts.</summary>
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? SessionLimit { get; init; }

    /// <summary>For each identity of the caller that is in the session, when it ends.</summary>
    public IReadOnlyDictionary<IdentityId, GroupSessionTimeout>? SessionTimeouts { get; init; }

    /// <summary>The memberships of the caller's identities; always there in one's own groups, elsewhere only with <see cref="GroupInclude.MyMemberships"/>.</summary>
    public IReadOnlyList<GroupMembership>? MyMemberships { get; init; }

    /// <summary>All memberships; only with <see cref="GroupInclude.Memberships"/>, and where the caller may see them.</summary>
    public IReadOnlyList<GroupMembership>? Memberships { get; init; }

    /// <summary>The policies: in lists the two visibilities only, all of them with <see cref="GroupInclude.Policies"/>.</summary>
    public GroupPolicies? Policies { get; init; }

    /// <summary>For each action, those of the caller's identities that may do it; only with <see cref="GroupInclude.AllowedActions"/>.</summary>
    public IReadOnlyDictionary<MembershipAction, IReadOnlyList<IdentityId>?>? AllowedActions { get; init; }

    /// <summary>The id of the subscription whose group this is.</summary>
    public SubscriptionId? SubscriptionId { get; init; }

    /// <summary>The subscription whose group this is.</summary>
    public GroupSubscription? SubscriptionInfo { get; init; }

    /// <summary>The subscription whose administrators vouch for this group.</summary>
    public SubscriptionId? SubscriptionAdminVerifiedId { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    UInt128 IKeepsNulls.Nulls { get; set; }
}
