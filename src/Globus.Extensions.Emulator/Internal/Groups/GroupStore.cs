using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>All groups, in the order they were made. Thread-safe: groups are immutable and change under the lock.</summary>
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
                ParentId = group.ParentId,
                Policies = group.Policies,
                Memberships = [.. group.Memberships.Select(seeded => ToMembership(seeded, identities))],
            });
        }
    }

    public Group? Find(Guid id)
    {
        lock (_gate)
        {
            return _groups.TryGetValue(id, out var group) ? group : null;
        }
    }

    public IReadOnlyList<Group> FindByMember(Guid identityId, IReadOnlyCollection<string> statuses)
    {
        lock (_gate)
        {
            return [.. _groups.Values.Where(group => group.Find(identityId) is { } membership && statuses.Contains(membership.Status))];
        }
    }

    public IReadOnlyList<Guid> FindChildren(Guid id)
    {
        lock (_gate)
        {
            return [.. _groups.Values.Where(group => group.ParentId == id).Select(static group => group.Id)];
        }
    }

    public void Add(Group group)
    {
        lock (_gate)
        {
            _groups.Add(group.Id, group);
        }
    }

    public bool Remove(Guid id)
    {
        lock (_gate)
        {
            return _groups.Remove(id);
        }
    }

    /// <summary>Changes a group as one step; <see langword="null"/> if it is gone.</summary>
    public Group? Update(Guid id, Func<Group, Group> change)
    {
        lock (_gate)
        {
            return _groups.TryGetValue(id, out var group) ? _groups[id] = change(group) : null;
        }
    }

    private static Membership ToMembership(EmulatorMembership seeded, IdentityDirectory identities)
    {
        var identity = identities.Resolve(seeded.Identity)!;
        return new Membership(identity.Id, identity.UserName, seeded.Role, seeded.Status);
    }
}
