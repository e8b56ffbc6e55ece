using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions;

/// <summary>The client of Globus Groups. Thread-safe, cheap to create, and safe to keep in singletons.</summary>
public class GroupsClient : GlobusServiceClient
{
    private const string Root = "v2/groups";

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GroupsClient()
    {
    }

    internal GroupsClient(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Memberships: add, invite, approve, remove and the like, and what members told of themselves.</summary>
    public virtual GroupMembershipOperations Memberships => field ??= new GroupMembershipOperations(Connection);

    /// <summary>Policies: who sees a group and its members, and who may join.</summary>
    public virtual GroupPolicyOperations Policies => field ??= new GroupPolicyOperations(Connection);

    /// <summary>What the caller's identities prefer in all groups.</summary>
    public virtual GroupPreferenceOperations Preferences => field ??= new GroupPreferenceOperations(Connection);

    /// <summary>Gets the groups in which the caller has a membership, each with the caller's memberships: <c>GET /v2/groups/my_groups</c>.</summary>
    /// <param name="statuses">How the memberships have to stand. Default: active.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The groups. The service sends them all at once.</returns>
    /// <exception cref="ArgumentException">A status is empty or has a comma.</exception>
    /// <exception cref="GroupsApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Group>> GetMyGroupsAsync(
        IEnumerable<GroupMembershipStatus>? statuses = null, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            Root + "/my_groups" + GroupsArguments.Join("statuses", statuses?.Select(static status => status.Value), nameof(statuses)), GroupsAnswers.Groups, cancellationToken);

    /// <summary>Gets one group: <c>GET /v2/groups/{group_id}</c>.</summary>
    /// <param name="id">The group.</param>
    /// <param name="include">Parts of the document to send as well. Default: none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route; or a part is empty or has a comma.</exception>
    /// <exception cref="GroupsApiException">The group does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Group> GetGroupAsync(GroupId id, IEnumerable<GroupInclude>? include = null, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(PathOf(id) + Join(include), GroupsAnswers.Group, cancellationToken);

    /// <summary>
    /// Gets the group that provides a subscription: <c>GET /v2/subscription_info/{subscription_id}</c>. With its id the group itself may be asked for.
    /// </summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The id of the group, and what the subscription allows.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="GroupsApiException">There is no such subscription (404), or the service answered with another error.</exception>
    public virtual Task<SubscriptionGroup> GetGroupBySubscriptionIdAsync(SubscriptionId subscriptionId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/subscription_info/" + PathSegment.Of(subscriptionId.Value, nameof(subscriptionId)), GroupsAnswers.SubscriptionGroup, cancellationToken);

    /// <summary>Gets the subgroups of a group: <c>GET /v2/groups/{group_id}/children</c>.</summary>
    /// <param name="id">The group.</param>
    /// <param name="include">Parts of the documents to send as well. Default: none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The subgroups that the caller may see.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route; or a part is empty or has a comma.</exception>
    /// <exception cref="GroupsApiException">The group does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<IReadOnlyList<Group>> GetChildrenAsync(GroupId id, IEnumerable<GroupInclude>? include = null, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(PathOf(id) + "/children" + Join(include), GroupsAnswers.GroupChildren, static answer => answer.Children, cancellationToken);

    /// <summary>Counts the memberships of the groups that the caller manages, by status: <c>GET /v2/groups/statuses</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>For each group of which the caller is manager or admin, how many memberships have which status.</returns>
    /// <exception cref="GroupsApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyDictionary<GroupId, IReadOnlyDictionary<GroupMembershipStatus, int>>> GetStatusCountsAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync(Root + "/statuses", GroupsAnswers.StatusCounts, cancellationToken);

    /// <summary>Creates a group: <c>POST /v2/groups</c>. Needs the scope <c>all</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the group shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The group as it was created.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the policies cannot be sent.</exception>
    /// <exception cref="GroupsApiException">The caller is no admin of the parent (403), or the service answered with another error.</exception>
    public virtual Task<Group> CreateGroupAsync(GroupCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        GroupsArguments.CheckName(creation.Name, nameof(creation));
        if (creation.Policies is { } policies)
        {
            GroupsArguments.CheckPolicies(policies, nameof(creation));
        }

        return SendAsync(HttpMethod.Post, Root, JsonBody.Of(creation, GroupsJsonContext.Default.GroupCreation), cancellationToken);
    }

    /// <summary>Changes a group: <c>PUT /v2/groups/{group_id}</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="id">The group, of which the caller must be an admin.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The group as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route; or the new name is blank.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the caller no admin of it (403), or the service answered with another error.</exception>
    public virtual Task<Group> UpdateGroupAsync(GroupId id, GroupUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.Name is { } name)
        {
            GroupsArguments.CheckName(name, nameof(update));
        }

        return SendAsync(HttpMethod.Put, PathOf(id), JsonBody.Of(update, GroupsJsonContext.Default.GroupUpdate), cancellationToken);
    }

    /// <summary>Deletes a group: <c>DELETE /v2/groups/{group_id}</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="id">The group, of which the caller must be an admin.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The group as it was; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the caller no admin of it (403), or the service answered with another error.</exception>
    public virtual Task<Group?> DeleteGroupAsync(GroupId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync(PathOf(id), GroupsAnswers.Group, static group => group, cancellationToken);

    /// <summary>
    /// Lets the administrators of a subscription vouch for a group, or no longer: <c>PUT /v2/groups/{group_id}/subscription_admin_verified</c>. Needs the scope
    /// <c>all</c>.
    /// </summary>
    /// <param name="id">The group.</param>
    /// <param name="subscriptionId">The subscription; <see langword="null"/> takes the mark away. The caller must be an admin of its group, and of that of the present one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The mark as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route; or the subscription's is empty.</exception>
    /// <exception cref="GroupsApiException">The caller may not (403), or the service answered with another error.</exception>
    public virtual Task<GroupVerification> SetSubscriptionAdminVerifiedAsync(GroupId id, SubscriptionId? subscriptionId, CancellationToken cancellationToken = default)
    {
        if (subscriptionId is { Value.Length: 0 })
        {
            throw new ArgumentException("The id of the subscription is empty. Use null to take the mark away.", nameof(subscriptionId));
        }

        return Connection.SendAsync(
            HttpMethod.Put,
            PathOf(id) + "/subscription_admin_verified",
            JsonBody.Of(new VerificationChange(subscriptionId), GroupsJsonContext.Default.VerificationChange),
            GroupsAnswers.GroupVerification,
            static verification => verification,
            cancellationToken);
    }

    private static string PathOf(GroupId id) => Root + "/" + PathSegment.Of(id.Value, nameof(id));

    private static string Join(IEnumerable<GroupInclude>? include) => GroupsArguments.Join("include", include?.Select(static part => part.Value), nameof(include));

    private Task<Group> SendAsync(HttpMethod method, string path, HttpContent body, CancellationToken cancellationToken) =>
        Connection.SendAsync(method, path, body, GroupsAnswers.Group, static group => group, cancellationToken);
}
