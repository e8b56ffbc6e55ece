namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A group as the store keeps it; immutable, a change takes its place.</summary>
internal sealed record Group
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? TermsAndConditions { get; init; }

    public Guid? ParentId { get; init; }

    public EmulatorSubscription? Subscription { get; init; }

    public Guid? SubscriptionAdminVerifiedId { get; init; }

    public EmulatorGroupPolicies Policies { get; init; } = new();

    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>What identities told of themselves; they may before they join.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string?>> Fields { get; init; } = new Dictionary<Guid, IReadOnlyDictionary<string, string?>>();

    public Membership? Find(Guid identityId) => Memberships.FirstOrDefault(membership => membership.IdentityId == identityId);

    /// <summary>The role of an active member; everybody else has none.</summary>
    public string? RoleOf(Guid identityId) => Find(identityId) is { IsActive: true } membership ? membership.Role : null;

    public bool IsManagedBy(Guid identityId) => RoleOf(identityId) is GroupRoles.Admin or GroupRoles.Manager;

    public bool IsVisibleTo(Guid identityId) =>
        Policies.GroupVisibility == "authenticated"
        || Find(identityId) is { } membership && MembershipStatuses.OpensGroup(membership.Status);

    public bool ShowsMembersTo(Guid identityId) => RoleOf(identityId) switch
    {
        GroupRoles.Admin or GroupRoles.Manager => true,
        GroupRoles.Member => Policies.GroupMembersVisibility == "members",
        _ => false,
    };

    /// <summary>The group with that membership in place of the identity's present one.</summary>
    public Group With(Membership membership) => this with
    {
        Memberships = [.. Memberships.Where(other => other.IdentityId != membership.IdentityId), membership],
    };
}
