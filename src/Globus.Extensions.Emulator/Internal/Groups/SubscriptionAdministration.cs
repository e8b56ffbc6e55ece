namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Knows who speaks for a subscription.</summary>
internal sealed class SubscriptionAdministration(GroupStore groups)
{
    /// <summary>
    /// Whether somebody may set which subscription vouches for a group: an admin of the present one's group and of the new one's. Where there is
    /// neither, an admin of the group.
    /// </summary>
    public bool MayVerify(Guid caller, Group group, Guid? subscription)
    {
        Guid[] affected = [.. ((Guid?[])[group.SubscriptionAdminVerifiedId, subscription]).OfType<Guid>()];
        return affected.Length == 0
            ? group.RoleOf(caller) == GroupRoles.Admin
            : affected.All(id => groups.FindBySubscription(id)?.RoleOf(caller) == GroupRoles.Admin);
    }
}
