using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>Policies of groups: who sees them and their members, and who may join. Thread-safe, and as long-lived as its client.</summary>
public class GroupPolicyOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GroupPolicyOperations()
    {
    }

    internal GroupPolicyOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the policies of a group: <c>GET /v2/groups/{group_id}/policies</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All policies.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<GroupPolicies> GetAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(PathOf(groupId), GroupsAnswers.GroupPolicies, cancellationToken);

    /// <summary>Replaces the policies of a group: <c>PUT /v2/groups/{group_id}/policies</c>. Needs the scope <c>all</c>.</summary>
    /// <param name="groupId">The group, of which the caller must be an admin.</param>
    /// <param name="policies">The new policies.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The policies as they are now.</returns>
    /// <exception cref="ArgumentException">The id is empty or would lead to another route, a visibility is empty, or the timeout negative or no whole number of seconds.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the caller no admin of it (403), or the service answered with another error.</exception>
    public virtual Task<GroupPolicies> SetAsync(GroupId groupId, GroupPolicySettings policies, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policies);
        GroupsArguments.CheckPolicies(policies, nameof(policies));
        return PutAsync(groupId, JsonBody.Of(policies, GroupsJsonContext.Default.GroupPolicySettings), cancellationToken);
    }

    /// <summary>
    /// Changes some policies of a group: reads them, and writes them back with the changes: <c>GET</c> and <c>PUT /v2/groups/{group_id}/policies</c>. Needs
    /// the scope <c>all</c>.
    /// </summary>
    /// <remarks>Policies that this library does not know are written back as they were. What somebody else changes in between is lost.</remarks>
    /// <param name="groupId">The group, of which the caller must be an admin.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The policies as they are now.</returns>
    /// <exception cref="ArgumentException">The id is empty or would lead to another route, or the timeout is negative or no whole number of seconds.</exception>
    /// <exception cref="GroupsApiException">The group is not visible to the caller (404), the caller no admin of it (403), or the service answered with another error.</exception>
    public virtual async Task<GroupPolicies> UpdateAsync(GroupId groupId, GroupPolicyUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        GroupsArguments.CheckTimeout(update.AuthenticationAssuranceTimeout.IsSet ? update.AuthenticationAssuranceTimeout.Value : null, nameof(update));
        var present = await GetAsync(groupId, cancellationToken).ConfigureAwait(false);

        var policies = JsonSerializer.SerializeToNode(present, GroupsAnswers.GroupPolicies)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(update, GroupsJsonContext.Default.GroupPolicyUpdate)!.AsObject())
        {
            policies[name] = value?.DeepClone();
        }

        return await PutAsync(groupId, JsonBody.Of(policies), cancellationToken).ConfigureAwait(false);
    }

    private static string PathOf(GroupId groupId) => $"v2/groups/{PathSegment.Of(groupId.Value, nameof(groupId))}/policies";

    private Task<GroupPolicies> PutAsync(GroupId groupId, HttpContent body, CancellationToken cancellationToken) =>
        Connection.SendAsync(HttpMethod.Put, PathOf(groupId), body, GroupsAnswers.GroupPolicies, static policies => policies, cancellationToken);
}
