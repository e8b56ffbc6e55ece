using Globus.Extensions.Principals;
using Globus.Extensions.Scopes;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>An emulator, and an Auth client whose user may manage projects and what is in them.</summary>
internal sealed class ManagedGlobus : IAsyncDisposable
{
    public const string ManageProjects = "urn:globus:auth:scope:auth.globus.org:manage_projects";

    private ManagedGlobus(EmulatedGlobus globus)
    {
        Globus = globus;
        Auth = ClientWith(GlobusScopes.OpenId, ManageProjects);
    }

    public EmulatedGlobus Globus { get; }

    public AuthClient Auth { get; }

    public IdentityId Ada => Globus.Emulator.Seed.Users[0].Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ManagedGlobus> StartAsync() => new(await EmulatedGlobus.StartAsync());

    /// <summary>An Auth client whose tokens have these scopes.</summary>
    public AuthClient ClientWith(params string[] scopes) =>
        Globus.Provide(options => options.ScopeRequirements[GlobusResourceServers.Auth] = [.. scopes]).GetRequiredService<AuthClient>();

    public Task<Project> CreateProjectAsync() =>
        Auth.Projects.CreateAsync(new ProjectCreation { DisplayName = "Round trips", ContactEmail = "ada@example.org", AdminIds = [Ada] }, Cancellation);

    public async Task<RegisteredClient> CreateClientAsync(string name = "round trip", ClientType? type = null)
    {
        var project = await CreateProjectAsync();
        var created = await Auth.Clients.CreateAsync(
            new ClientRegistration { Name = name, Project = project.Id, ClientType = type ?? ClientType.ConfidentialClient }, Cancellation);
        return created.Client;
    }

    public async Task<IdentityProviderId> AnyProviderAsync() =>
        (await Auth.IdentityProviders.GetByDomainsAsync(["example.org"], cancellationToken: Cancellation))[0].Id;

    public ValueTask DisposeAsync() => Globus.DisposeAsync();
}
