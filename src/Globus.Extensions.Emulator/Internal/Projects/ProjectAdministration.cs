using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Groups;

namespace Globus.Extensions.Emulator.Internal.Projects;

/// <summary>Knows who may see and change what.</summary>
internal sealed class ProjectAdministration(ResourceStore<Project> projects, ClientRegistry clients, GroupStore groups)
{
    /// <summary>An admin by name, or an active member of an admin group in whatever role.</summary>
    public bool Administers(Guid caller, Project project) =>
        project.AdminIds.Contains(caller)
        || project.AdminGroupIds.Any(group => groups.Find(group)?.RoleOf(caller) is not null);

    public bool Administers(Guid caller, Guid projectId) => projects.TryFind(projectId, out var project) && Administers(caller, project);

    /// <summary>
    /// The admins of the client's project do. A child client is its parent's, and so belongs to whom the parent belongs; an
    /// instance of a native app, which has neither project nor parent, is its own.
    /// </summary>
    public bool Administers(Guid caller, RegisteredClient client)
    {
        for (var owner = client; ; owner = clients.Find(owner.Document.ParentClient!.Value)!)
        {
            if (owner.Document.Project is { } project)
            {
                return Administers(caller, project);
            }

            if (owner.Document.ParentClient is not { } parent || clients.Find(parent) is null)
            {
                return owner == client && caller == client.Id;
            }

            if (caller == parent)
            {
                return true;
            }
        }
    }
}
