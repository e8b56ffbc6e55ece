using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A group as the Groups service shows it.</summary>
internal sealed record GroupDocument
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Guid? ParentId { get; init; }

    public required string GroupType { get; init; }

    public required bool EnforceSession { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int? SessionLimit { get; init; }

    /// <summary>Empty where no session is needed.</summary>
    public required Dictionary<Guid, SessionTimeoutDocument> SessionTimeouts { get; init; }

    public string? TermsAndConditions { get; init; }

    public required IReadOnlyList<MembershipDocument> MyMemberships { get; init; }

    /// <summary>Absent unless asked for and allowed.</summary>
    public IReadOnlyList<MembershipDocument>? Memberships { get; init; }

    public required GroupPolicyDocument Policies { get; init; }

    public IReadOnlyList<Guid>? ChildIds { get; init; }

    public Dictionary<string, IReadOnlyList<Guid>>? AllowedActions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Guid? SubscriptionId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required SubscriptionDocument? SubscriptionInfo { get; init; }

    public Guid? SubscriptionAdminVerifiedId { get; init; }
}
