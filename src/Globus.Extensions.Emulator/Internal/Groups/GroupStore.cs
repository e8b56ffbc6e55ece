using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>All groups, in the order they were made. Thread-safe: groups are immutable and change under the lock.</summary>
/// <remarks>Whoever is an active member of a subgroup is a member of the groups above it, too: found groups show that, stored ones do not.</remarks>
internal sealed class GroupStore
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<Guid, Group> _groups = [];

    public GroupStore(EmulatorSeed seed, IdentityDirectory identities)
    {
        foreach (var group in seed.Groups)
        {
            _groups.Add(group.Id, new Group
            {
                Id = group.Id,
                Name = group.Name,
                Description = group.Description,
                TermsAndConditions = group.TermsAndConditions,
                ParentId = group.ParentId,
                Policies = group.Policies,
                Subscription = group.Subscription,
                SubscriptionAdminVerifiedId = group.SubscriptionAdminVerifiedId,
                Memberships = [.. group.Memberships.Select(seeded => ToMembership(seeded, identities))],
            });
        }
    }

    /// <summary>All groups, without what subgroups imply.</summary>
    public IReadOnlyList<Group> Snapshot
    {
        get
        {
            lock (_gate)
            {
                return [.. _groups.Values];
            }
        }
    }

    /// <summary>Puts these groups in the place of all there are.</summary>
    public void Restore(IEnumerable<Group> groups)
    {
        lock (_gate)
        {
            _groups.Clear();
            foreach (var group in groups)
            {
                _groups[group.Id] = group;
            }
        }
    }

    public Group? Find(Guid id)
    {
        lock (_gate)
        {
            return _groups.TryGetValue(id, out var group) ? WithImplied(group, Children()) : null;
        }
    }

    public Group? FindBySubscription(Guid subscriptionId) => FindAll(group => group.Subscription?.Id == subscriptionId) is [var group, ..] ? group : null;

    public IReadOnlyList<Group> FindByMember(Guid identityId, IReadOnlyCollection<string> statuses) =>
        FindAll(group => group.Find(identityId) is { } membership && statuses.Contains(membership.Status));

    public IReadOnlyList<Group> FindChildren(Guid id) => FindAll(group => group.ParentId == id);

    public IReadOnlyList<Group> FindAll(Func<Group, bool> isWanted)
    {
        lock (_gate)
        {
            var children = Children();
            return [.. _groups.Values.Select(group => WithImplied(group, children)).Where(isWanted)];
        }
    }

    public void Add(Group group)
    {
        lock (_gate)
        {
            _groups.Add(group.Id, group);
        }
    }

    /// <summary>Removes a group that has no subgroups.</summary>
    public bool TryRemove(Guid id)
    {
        lock (_gate)
        {
            return !Children().Contains(id) && _groups.Remove(id);
        }
    }

    /// <summary>Changes a group as one step; <see langword="null"/> if it is gone.</summary>
    public Group? Update(Guid id, Func<Group, Group> change)
    {
        lock (_gate)
        {
            return _groups.TryGetValue(id, out var group) ? WithImplied(_groups[id] = change(group), Children()) : null;
        }
    }

    private static Membership ToMembership(EmulatorMembership seeded, IdentityDirectory identities)
    {
        var identity = identities.Resolve(seeded.Identity)!;
        return new Membership(identity.Id, identity.UserName, seeded.Role, seeded.Status);
    }

    private static Group WithImplied(Group group, ILookup<Guid?, Group> children) =>
        ImpliedBySubgroups(group.Id, children)
            .Where(implied => group.RoleOf(implied.IdentityId) is null)
            .DistinctBy(static implied => implied.IdentityId)
            .Aggregate(group, static (whole, implied) => whole.With(implied));

    private static IEnumerable<Membership> ImpliedBySubgroups(Guid id, ILookup<Guid?, Group> children) => children[id].SelectMany(child => child.Memberships
        .Where(static membership => membership.IsActive)
        .Select(membership => new Membership(membership.IdentityId, membership.UserName, GroupRoles.Member, MembershipStatuses.Active) { SourceGroupId = child.Id })
        .Concat(ImpliedBySubgroups(child.Id, children)));

    private ILookup<Guid?, Group> Children() => _groups.Values.Where(static group => group.ParentId is not null).ToLookup(static group => group.ParentId);
}
