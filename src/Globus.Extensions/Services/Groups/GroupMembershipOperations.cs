using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>
/// Memberships of groups: many at once by <see cref="ActAsync"/>, or one identity by a method of its own. None of the actions is sent twice if it
/// fails in a way that leaves open what the service did. Thread-safe, and as long-lived as its client.
/// </summary>
public class GroupMembershipOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GroupMembershipOperations()
    {
    }

    internal GroupMembershipOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Does a batch of actions: <c>POST /v2/groups/{group_id}</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="actions">What to do to whom.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What became of it; trouble with single identities is no exception, but stands there.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or the id is empty or would lead to another route.</exception>
    /// <exception cref="GroupsApiException">
    /// The group is not visible to the caller (404), one of the actions is not allowed at all (403), so that none was done, or the service answered with another error.
    /// </exception>
    public virtual async Task<MembershipActionResult> ActAsync(GroupId groupId, MembershipActions actions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (actions.Count == 0)
        {
            throw new ArgumentException("The batch is empty: there is nothing to do.", nameof(actions));
        }

        // A copy: the caller may go on with the batch while the request is on its way.
        var requested = actions.Lists.ToDictionary(static list => list.Key, static IReadOnlyList<MembershipActionItem> (list) => [.. list.Value]);
        return await Connection.SendAsync(
            HttpMethod.Post,
            "v2/groups/" + PathSegment.Of(groupId.Value, nameof(groupId)),
            JsonBody.Of(requested, GroupsJsonContext.Default.DictionaryMembershipActionIReadOnlyListMembershipActionItem),
            GroupsAnswers.MembershipActionResult,
            result => result with { Requested = requested },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Accepts an invitation in the name of one of the caller's own identities: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> AcceptInvitationAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Accept, new MembershipActions().Accept(identityId), cancellationToken);

    /// <summary>Adds an identity without asking it: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="role">The role. Default: an ordinary member.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> AddAsync(GroupId groupId, IdentityId identityId, GroupRole? role = null, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Add, new MembershipActions().Add(identityId, role), cancellationToken);

    /// <summary>Grants an identity's request to join: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> ApproveAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Approve, new MembershipActions().Approve(identityId), cancellationToken);

    /// <summary>Changes the role of a member: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="role">The new role.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> ChangeRoleAsync(GroupId groupId, IdentityId identityId, GroupRole role, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.ChangeRole, new MembershipActions().ChangeRole(identityId, role), cancellationToken);

    /// <summary>Declines an invitation in the name of one of the caller's own identities: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> DeclineInvitationAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Decline, new MembershipActions().Decline(identityId), cancellationToken);

    /// <summary>Invites an identity: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="role">The role. Default: an ordinary member.</param>
    /// <param name="emailAddress">Where to send the invitation. Default: the address of the identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> InviteAsync(GroupId groupId, IdentityId identityId, GroupRole? role = null, string? emailAddress = null, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Invite, new MembershipActions().Invite(identityId, role, emailAddress), cancellationToken);

    /// <summary>Joins with one of the caller's own identities, where the policies allow it: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> JoinAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Join, new MembershipActions().Join(identityId), cancellationToken);

    /// <summary>Leaves with one of the caller's own identities: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> LeaveAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Leave, new MembershipActions().Leave(identityId), cancellationToken);

    /// <summary>Refuses an identity's request to join: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> RejectAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Reject, new MembershipActions().Reject(identityId), cancellationToken);

    /// <summary>Removes a member or takes an invitation back: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> RemoveAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.Remove, new MembershipActions().Remove(identityId), cancellationToken);

    /// <summary>Asks to join with one of the caller's own identities, where the policies allow it: <c>POST /v2/groups/{group_id}</c> with one action. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="identityId">The identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The membership as it is now.</returns>
    /// <exception cref="ArgumentException">An id is empty or no id.</exception>
    /// <exception cref="MembershipActionException">It was not done.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the action not allowed (403), or the service answered with another error.</exception>
    public virtual Task<GroupMembership> RequestJoinAsync(GroupId groupId, IdentityId identityId, CancellationToken cancellationToken = default) =>
        ActOnOneAsync(groupId, MembershipAction.RequestJoin, new MembershipActions().RequestJoin(identityId), cancellationToken);

    /// <summary>
    /// Gets what the caller's identities told of themselves to a group: <c>GET /v2/groups/{group_id}/membership_fields</c>. Needs the scope <c>all</c>.
    /// </summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The fields of each identity.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyDictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>>> GetFieldsAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(FieldsOf(groupId), GroupsAnswers.MembershipFields, cancellationToken);

    /// <summary>
    /// Sets what the caller's identities tell of themselves to a group: <c>PUT /v2/groups/{group_id}/membership_fields</c>. Needs the scope <c>all</c>.
    /// </summary>
    /// <param name="groupId">The group.</param>
    /// <param name="fields">The fields of each identity; <see langword="null"/> is sent as a value.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The fields as they are now.</returns>
    /// <exception cref="ArgumentException">There are no fields, or an id is empty.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyDictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>>> SetFieldsAsync(
        GroupId groupId, IReadOnlyDictionary<IdentityId, IReadOnlyDictionary<GroupSignupField, string?>> fields, CancellationToken cancellationToken = default)
    {
        GroupsArguments.CheckIdentities(fields, nameof(fields));
        return Connection.SendAsync(
            HttpMethod.Put,
            FieldsOf(groupId),
            JsonBody.Of(fields, GroupsJsonContext.Default.IReadOnlyDictionaryIdentityIdIReadOnlyDictionaryGroupSignupFieldString),
            GroupsAnswers.MembershipFields,
            static answer => answer,
            cancellationToken);
    }

    private static string FieldsOf(GroupId groupId) => $"v2/groups/{PathSegment.Of(groupId.Value, nameof(groupId))}/membership_fields";

    private async Task<GroupMembership> ActOnOneAsync(GroupId groupId, MembershipAction action, MembershipActions actions, CancellationToken cancellationToken) =>
        (await ActAsync(groupId, actions, cancellationToken).ConfigureAwait(false)).EnsureSuccess().GetMemberships(action)[0];
}
