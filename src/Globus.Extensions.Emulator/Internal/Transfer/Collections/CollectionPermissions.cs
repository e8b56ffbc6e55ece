using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Groups;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>
/// Who may do what with a collection. Owners and administrators may do everything; whoever has an account on a mapped collection may read
/// and write it; a guest collection goes by its access rules.
/// </summary>
internal sealed class CollectionPermissions(
    CollectionStore collections, ResourceStore<AccessRule> rules, ResourceStore<Role> roles, GroupStore groups, GlobusEmulatorOptions options)
{
    /// <summary>Whether the identity finds the collection and may read its document.</summary>
    public bool CanSee(Collection collection, Guid identity) =>
        collection.IsPublic || CanUse(collection, identity) || CanMonitor(collection, identity);

    /// <summary>Whether there is anything at all that the identity may do there.</summary>
    public bool CanUse(Collection collection, Guid identity) =>
        IsOpenTo(collection, identity) || RolesOf(collection, identity).Count > 0 || RulesFor(collection, identity).Any();

    /// <summary>Whether the identity may read, or write, at a path of the collection that has a slash at both ends.</summary>
    public bool CanReach(Collection collection, Guid identity, string path, bool toWrite) =>
        IsOpenTo(collection, identity)
        || HasRole(collection, identity, Role.Administrator)
        || RulesFor(collection, identity).Any(rule => rule.Covers(path) && (!toWrite || rule.Permissions == "rw"));

    /// <summary>Whether the identity may watch what others do there: who has such a role on a host has it on what stands on it.</summary>
    public bool CanMonitor(Collection collection, Guid identity) =>
        collections.Lineage(collection).Any(one => HasRole(one, identity, Role.ActivityManager, Role.ActivityMonitor));

    /// <summary>Whether the identity may stop what others do there.</summary>
    public bool CanManage(Collection collection, Guid identity) =>
        collections.Lineage(collection).Any(one => HasRole(one, identity, Role.ActivityManager));

    /// <summary>Whether the identity administers the collection or what it stands on.</summary>
    public bool CanRemove(Collection collection, Guid identity) => collections.Lineage(collection).Any(one => IsAdministrator(one, identity));

    /// <summary>Whether somebody has shared something of the collection with the identity, by its name or that of a group.</summary>
    public bool IsSharedWith(Collection collection, Guid identity) =>
        collection.OwnerId != identity
        && RulesFor(collection, identity).Any(static rule => rule.PrincipalType is AccessRule.Identity or AccessRule.Group);

    public bool IsAdministrator(Collection collection, Guid identity) => HasRole(collection, identity, Role.Administrator);

    /// <summary>Whether the identity has one of the roles; an administrator has them all.</summary>
    public bool HasRole(Collection collection, Guid identity, params ReadOnlySpan<string> names)
    {
        foreach (var role in RolesOf(collection, identity))
        {
            if (role == Role.Administrator || names.Contains(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The roles by name, one's own and those by groups; the owner is an administrator.</summary>
    public IReadOnlyList<string> RolesOf(Collection collection, Guid identity)
    {
        var names = roles.All
            .Where(role => role.CollectionId == collection.Id && IsFor(role.PrincipalType, role.Principal.ToString(), identity))
            .Select(static role => role.Name);
        return [.. (collection.OwnerId == identity ? names.Prepend(Role.Administrator) : names).Distinct()];
    }

    private IEnumerable<AccessRule> RulesFor(Collection collection, Guid identity)
    {
        var now = options.TimeProvider.GetUtcNow();
        return rules.All.Where(rule => rule.CollectionId == collection.Id
            && !rule.HasExpired(now)
            && IsFor(rule.PrincipalType, rule.Principal, identity));
    }

    private static bool IsOpenTo(Collection collection, Guid identity) =>
        collection.OwnerId == identity || collection.IsMapped && (collection.Users.Count == 0 || collection.Users.Contains(identity));

    private bool IsFor(string principalType, string principal, Guid identity) => principalType switch
    {
        AccessRule.AllAuthenticatedUsers or AccessRule.Anonymous => true,
        AccessRule.Identity => Guid.TryParse(principal, out var id) && id == identity,
        AccessRule.Group => Guid.TryParse(principal, out var id) && groups.Find(id)?.RoleOf(identity) is not null,
        _ => false,
    };
}
