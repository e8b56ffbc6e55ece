using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Projects;

/// <summary>The projects to start with.</summary>
internal static class SeededProjects
{
    public static ResourceStore<Project> Of(EmulatorSeed seed, IdentityDirectory identities)
    {
        var projects = new ResourceStore<Project>();
        foreach (var seeded in seed.Projects)
        {
            projects.Set(seeded.Id, new Project
            {
                Id = seeded.Id,
                DisplayName = seeded.DisplayName,
                ContactEmail = seeded.ContactEmail,
                AdminIds = [.. seeded.Admins.Select(admin => identities.Resolve(admin)!.Id)],
                AdminGroupIds = [.. seeded.AdminGroupIds],
            });
        }

        return projects;
    }
}
