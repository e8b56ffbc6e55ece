using System.Text;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions;

/// <summary>The client of Globus Groups. Thread-safe, cheap to create, and safe to keep in singletons.</summary>
public class GroupsClient : GlobusServiceClient
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GroupsClient()
    {
    }

    internal GroupsClient(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets the groups in which the caller has a membership, each with the caller's memberships: <c>GET /v2/groups/my_groups</c>.</summary>
    /// <param name="statuses">How the memberships have to stand. Default: active.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The groups. The service sends them all at once.</returns>
    /// <exception cref="GroupsApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Group>> GetMyGroupsAsync(
        IEnumerable<GroupMembershipStatus>? statuses = null, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/groups/my_groups" + Join("statuses", statuses?.Select(static status => status.Value)), GroupsJsonContext.Default.IReadOnlyListGroup, cancellationToken);

    /// <summary>Gets one group: <c>GET /v2/groups/{group_id}</c>.</summary>
    /// <param name="id">The group.</param>
    /// <param name="include">Parts of the document to send as well. Default: none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="GroupsApiException">The group does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Group> GetGroupAsync(GroupId id, IEnumerable<GroupInclude>? include = null, CancellationToken cancellationToken = default)
    {
        return Connection.GetAsync(
            "v2/groups/" + PathSegment.Of(id.Value, nameof(id)) + Join("include", include?.Select(static part => part.Value)), GroupsJsonContext.Default.Group, cancellationToken);
    }

    private static string Join(string name, IEnumerable<string>? values)
    {
        var text = string.Join(',', values ?? []);
        return text.Length == 0 ? string.Empty : QueryText.Append(new StringBuilder(), name, text).ToString();
    }
}
