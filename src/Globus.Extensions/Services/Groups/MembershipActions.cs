using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>
/// A batch of actions on the memberships of one group, for <see cref="GroupMembershipOperations.ActAsync"/>. Each call adds to it; an identity may
/// occur once in the whole batch, since the service would refuse all of it otherwise. Not thread-safe; it may be sent several times.
/// </summary>
public sealed partial class MembershipActions
{
    private readonly Dictionary<MembershipAction, List<MembershipActionItem>> _lists = [];
    private readonly HashSet<Guid> _identities = [];

    /// <summary>How many identities something is to be done to.</summary>
    public int Count => _identities.Count;

    internal IReadOnlyDictionary<MembershipAction, List<MembershipActionItem>> Lists => _lists;

    private MembershipActions Append(
        MembershipAction action, IEnumerable<IdentityId> identityIds, GroupRole? role = null, string? statusReason = null, string? inviteEmailAddress = null)
    {
        ArgumentNullException.ThrowIfNull(identityIds);
        if (role is { Value.Length: 0 })
        {
            throw new ArgumentException($"The role is empty. Name one, for example {nameof(GroupRole)}.{nameof(GroupRole.Member)}.", nameof(role));
        }

        var items = new List<MembershipActionItem>();
        var added = new HashSet<Guid>();
        foreach (var id in identityIds)
        {
            if (!id.TryGetGuid(out var guid))
            {
                throw new ArgumentException(
                    $"'{id}' is no id of an identity, which is a UUID. The id behind a user name is found by AuthClient.Identities.", nameof(identityIds));
            }

            if (_identities.Contains(guid) || !added.Add(guid))
            {
                throw new ArgumentException($"The identity {id} is in the batch already. Send a second batch if something else is to be done to it.", nameof(identityIds));
            }

            // In the spelling of the service, so that its answer can be compared.
            items.Add(new MembershipActionItem(guid, role, statusReason, inviteEmailAddress));
        }

        // Only now, so that a batch that refused something is as it was.
        _identities.UnionWith(added);
        if (items.Count > 0)
        {
            (_lists.TryGetValue(action, out var list) ? list : _lists[action] = []).AddRange(items);
        }

        return this;
    }
}
