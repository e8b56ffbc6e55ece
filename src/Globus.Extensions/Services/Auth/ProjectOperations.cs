using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>Developer projects. Thread-safe, and as long-lived as its client.</summary>
public class ProjectOperations : GlobusOperations
{
    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected ProjectOperations()
    {
    }

    internal ProjectOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Gets one project: <c>GET /v2/api/projects/{project_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The project.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The project.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Project> GetAsync(ProjectId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/projects/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Project, cancellationToken);

    /// <summary>Gets the projects that the caller administers: <c>GET /v2/api/projects</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>All of them: the service sends them at once.</returns>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<IReadOnlyList<Project>> GetAllAsync(CancellationToken cancellationToken = default) =>
        Connection.GetAsync("v2/api/projects", AuthJsonContext.Default.AuthAnswer, static answer => answer.Projects, cancellationToken);

    /// <summary>Creates a project: <c>POST /v2/api/projects</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="creation">What the project shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The project as it was created.</returns>
    /// <exception cref="AuthApiException">The service answered with an error.</exception>
    public virtual Task<Project> CreateAsync(ProjectCreation creation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(creation);
        return Connection.SendAsync(
            HttpMethod.Post, "v2/api/projects", JsonBody.Wrap("project", creation, AuthJsonContext.Default.ProjectCreation), AuthJsonContext.Default.AuthAnswer, static answer => answer.Project, cancellationToken);
    }

    /// <summary>Changes a project: <c>PUT /v2/api/projects/{project_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The project.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The project as it is now.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Project> UpdateAsync(ProjectId id, ProjectUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Connection.SendAsync(
            HttpMethod.Put,
            "v2/api/projects/" + PathSegment.Of(id.Value, nameof(id)),
            JsonBody.Wrap("project", update, AuthJsonContext.Default.ProjectUpdate),
            AuthJsonContext.Default.AuthAnswer,
            static answer => answer.Project,
            cancellationToken);
    }

    /// <summary>Deletes a project: <c>DELETE /v2/api/projects/{project_id}</c>. Needs the scope <c>manage_projects</c>.</summary>
    /// <param name="id">The project.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The project as it was; <see langword="null"/> if an earlier attempt, whose answer was lost, had deleted it.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="AuthApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<Project?> DeleteAsync(ProjectId id, CancellationToken cancellationToken = default) =>
        Connection.DeleteAsync("v2/api/projects/" + PathSegment.Of(id.Value, nameof(id)), AuthJsonContext.Default.AuthAnswer, static answer => answer.Project, cancellationToken);
}
