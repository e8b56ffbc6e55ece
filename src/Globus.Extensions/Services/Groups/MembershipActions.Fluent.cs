using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

// The actions, each for one identity and for several.
public sealed partial class MembershipActions
{
    /// <summary>Accepts an invitation in the name of one of the caller's own identities.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Accept(IdentityId identityId, string? statusReason = null) =>
        Append(MembershipAction.Accept, [identityId], statusReason: statusReason);

    /// <summary>Accepts invitations in the name of several of the caller's own identities.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Accept(IEnumerable<IdentityId> identityIds, string? statusReason = null) =>
        Append(MembershipAction.Accept, identityIds, statusReason: statusReason);

    /// <summary>Adds an identity without asking it. Only admins may add managers and admins.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="role">The role. Default: an ordinary member.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Add(IdentityId identityId, GroupRole? role = null, string? statusReason = null) =>
        Append(MembershipAction.Add, [identityId], role ?? GroupRole.Member, statusReason: statusReason);

    /// <summary>Adds identities without asking them. Only admins may add managers and admins.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="role">The role. Default: an ordinary member.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Add(IEnumerable<IdentityId> identityIds, GroupRole? role = null, string? statusReason = null) =>
        Append(MembershipAction.Add, identityIds, role ?? GroupRole.Member, statusReason: statusReason);

    /// <summary>Grants an identity's request to join.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Approve(IdentityId identityId, string? statusReason = null) =>
        Append(MembershipAction.Approve, [identityId], statusReason: statusReason);

    /// <summary>Grants identities' requests to join.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Approve(IEnumerable<IdentityId> identityIds, string? statusReason = null) =>
        Append(MembershipAction.Approve, identityIds, statusReason: statusReason);

    /// <summary>Changes the role of a member. Only admins may.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="role">The new role.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions ChangeRole(IdentityId identityId, GroupRole role) =>
        Append(MembershipAction.ChangeRole, [identityId], role);

    /// <summary>Changes the role of members. Only admins may.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="role">The new role.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions ChangeRole(IEnumerable<IdentityId> identityIds, GroupRole role) =>
        Append(MembershipAction.ChangeRole, identityIds, role);

    /// <summary>Declines an invitation in the name of one of the caller's own identities.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Decline(IdentityId identityId, string? statusReason = null) =>
        Append(MembershipAction.Decline, [identityId], statusReason: statusReason);

    /// <summary>Declines invitations in the name of several of the caller's own identities.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Decline(IEnumerable<IdentityId> identityIds, string? statusReason = null) =>
        Append(MembershipAction.Decline, identityIds, statusReason: statusReason);

    /// <summary>Invites an identity.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="role">The role. Default: an ordinary member.</param>
    /// <param name="emailAddress">Where to send the invitation. Default: the address of the identity.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Invite(IdentityId identityId, GroupRole? role = null, string? emailAddress = null, string? statusReason = null) =>
        Append(MembershipAction.Invite, [identityId], role ?? GroupRole.Member, statusReason: statusReason, inviteEmailAddress: emailAddress);

    /// <summary>Invites identities.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="role">The role. Default: an ordinary member.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Invite(IEnumerable<IdentityId> identityIds, GroupRole? role = null, string? statusReason = null) =>
        Append(MembershipAction.Invite, identityIds, role ?? GroupRole.Member, statusReason: statusReason);

    /// <summary>Joins with one of the caller's own identities, where the policies allow it.</summary>
    /// <param name="identityId">The identity.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Join(IdentityId identityId) =>
        Append(MembershipAction.Join, [identityId]);

    /// <summary>Joins with several of the caller's own identities, where the policies allow it.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Join(IEnumerable<IdentityId> identityIds) =>
        Append(MembershipAction.Join, identityIds);

    /// <summary>Leaves with one of the caller's own identities. The last admin cannot.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Leave(IdentityId identityId, string? statusReason = null) =>
        Append(MembershipAction.Leave, [identityId], statusReason: statusReason);

    /// <summary>Leaves with several of the caller's own identities. The last admin cannot.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Leave(IEnumerable<IdentityId> identityIds, string? statusReason = null) =>
        Append(MembershipAction.Leave, identityIds, statusReason: statusReason);

    /// <summary>Refuses an identity's request to join.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Reject(IdentityId identityId, string? statusReason = null) =>
        Append(MembershipAction.Reject, [identityId], statusReason: statusReason);

    /// <summary>Refuses identities' requests to join.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Reject(IEnumerable<IdentityId> identityIds, string? statusReason = null) =>
        Append(MembershipAction.Reject, identityIds, statusReason: statusReason);

    /// <summary>Removes a member or takes an invitation back. Not oneself: leave instead.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Remove(IdentityId identityId, string? statusReason = null) =>
        Append(MembershipAction.Remove, [identityId], statusReason: statusReason);

    /// <summary>Removes members or takes invitations back. Not oneself: leave instead.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <param name="statusReason">A reason to keep with the membership. Default: none.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions Remove(IEnumerable<IdentityId> identityIds, string? statusReason = null) =>
        Append(MembershipAction.Remove, identityIds, statusReason: statusReason);

    /// <summary>Asks to join with one of the caller's own identities, where the policies allow it.</summary>
    /// <param name="identityId">The identity.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions RequestJoin(IdentityId identityId) =>
        Append(MembershipAction.RequestJoin, [identityId]);

    /// <summary>Asks to join with several of the caller's own identities, where the policies allow it.</summary>
    /// <param name="identityIds">The identities.</param>
    /// <returns>The same batch.</returns>
    /// <exception cref="ArgumentException">An identity is in the batch already, or is no UUID.</exception>
    public MembershipActions RequestJoin(IEnumerable<IdentityId> identityIds) =>
        Append(MembershipAction.RequestJoin, identityIds);
}
