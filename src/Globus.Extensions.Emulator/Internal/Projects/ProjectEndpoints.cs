using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Projects;

/// <summary>Projects: list, read, create, update, delete. Only their admins see them.</summary>
internal sealed class ProjectEndpoints(
    ApiAccess access,
    ProjectAdministration administration,
    ResourceStore<Project> projects,
    ResourceStore<PolicyDocument> policies,
    ClientRegistry clients,
    IdentityDirectory identities,
    GroupStore groups) : IEndpoints
{
    private static readonly ResourceKind<ProjectDocument> Kind = ResourceKinds.Project;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Auth + "/v2/api/projects";
        routes.MapGet(Root, access.Route(List));
        routes.MapGet(Root + "/{id}", access.Route(call => WithOwn(call, project => Kind.One(Present(project)))));
        routes.MapPost(Root, access.Route(Kind.Name, Create));
        routes.MapPut(Root + "/{id}", access.Route(Kind.Name, (call, fields) => WithOwn(call, project => Save(project, fields, isNew: false))));
        routes.MapDelete(Root + "/{id}", access.Route(call => WithOwn(call, Delete)));
    }

    private RequestDelegate List(ApiCall call) =>
        Kind.Many(projects.All.Where(project => administration.Administers(call.Caller, project)).Select(Present));

    private RequestDelegate Create(ApiCall call, Fields fields) =>
        Save(new Project { Id = Guid.NewGuid(), DisplayName = "", ContactEmail = "" }, fields, isNew: true);

    private RequestDelegate Save(Project present, Fields fields, bool isNew)
    {
        var project = present with
        {
            DisplayName = fields.Text("display_name", isNew).Or(present.DisplayName),
            ContactEmail = fields.Text("contact_email", isNew).Or(present.ContactEmail),
            AdminIds = fields.Ids("admin_ids").Or(present.AdminIds),
            AdminGroupIds = fields.Ids("admin_group_ids").Or(present.AdminGroupIds),
        };
        if (!project.ContactEmail.Contains('@'))
        {
            fields.Reject("contact_email", "must be an e-mail address.");
        }

        if (project.AdminIds.Count + project.AdminGroupIds.Count == 0)
        {
            fields.Reject("admin_ids", "or admin_group_ids must name at least one admin.");
        }

        foreach (var id in project.AdminIds.Where(id => identities.Find(id) is null))
        {
            fields.Reject("admin_ids", $"names an identity that does not exist: {id}.");
        }

        foreach (var id in project.AdminGroupIds.Where(id => groups.Find(id) is null))
        {
            fields.Reject("admin_group_ids", $"names a group that does not exist: {id}.");
        }

        if (fields.Problem is { } problem)
        {
            return ApiAnswers.BadRequest(problem);
        }

        projects.Set(project.Id, project);
        return Kind.One(Present(project));
    }

    private RequestDelegate Delete(Project project)
    {
        if (clients.All.Any(client => client.Document.Project == project.Id) || policies.All.Any(policy => policy.ProjectId == project.Id))
        {
            return ApiAnswers.Conflict("The project still has clients or policies. Delete these first.");
        }

        projects.Remove(project.Id);
        return Kind.One(Present(project));
    }

    private RequestDelegate WithOwn(ApiCall call, Func<Project, RequestDelegate> handler) =>
        !projects.TryFind(call.Id("id"), out var project) ? Kind.NotFound()
        : administration.Administers(call.Caller, project) ? handler(project)
        : ApiAnswers.Forbidden("You do not administer this project.");

    private ProjectDocument Present(Project project) => new()
    {
        Id = project.Id,
        ProjectName = project.DisplayName,
        DisplayName = project.DisplayName,
        ContactEmail = project.ContactEmail,
        AdminIds = project.AdminIds.Count > 0 ? project.AdminIds : null,
        AdminGroupIds = project.AdminGroupIds.Count > 0 ? project.AdminGroupIds : null,
        Admins = new ProjectAdmins(
            [.. project.AdminIds.Select(identities.Find).OfType<Identity>().Select(IdentityDocument.OfAdmin)],
            [.. project.AdminGroupIds.Select(groups.Find).OfType<Group>().Select(static group =>
                new AdminGroupDocument(group.Id, group.Name, group.Description, Organization: null))]),
    };
}
