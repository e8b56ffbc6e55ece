namespace Globus.Extensions.Emulator.Internal.Seeding;

/// <summary>The seed of an emulator that was given none. Ids are fixed, so that scripts and samples may rely on them.</summary>
internal static class DefaultSeed
{
    private static readonly Guid Ada = new("ada00000-0000-4000-8000-000000000001");
    private static readonly Guid Grace = new("9ace0000-0000-4000-8000-000000000002");
    private static readonly Guid Project = new("00000000-0000-4000-a000-0000000ab0de");
    private static readonly Guid Native = new("00000000-0000-4000-a000-00000000cafe");
    private static readonly Guid Confidential = new("00000000-0000-4000-a000-00000000c0de");
    private static readonly Guid Service = new("00000000-0000-4000-a000-00000000beef");
    private static readonly Guid Collection = new("00000000-0000-4000-a000-00000000da7a");

    public static EmulatorSeed Create() => new() { Users = Users(), Clients = Clients(), Groups = Groups(), Projects = Projects(), Collections = DefaultCollections.Create() };

    private static EmulatorUser[] Users() =>
    [
        new() { Id = Ada, UserName = "ada@example.org", Name = "Ada Lovelace", Email = "ada@example.org", Organization = "Analytical Engines" },
        new() { Id = Grace, UserName = "grace@example.org", Name = "Grace Hopper", Email = "grace@example.org", Organization = "Compilers" },
    ];

    private static EmulatorClient[] Clients() =>
    [
        new() { Id = Native, Name = "Emulator native app", ProjectId = Project },
        new()
        {
            Id = Confidential,
            Name = "Emulator web app",
            ProjectId = Project,
            Secret = "emulator-web-app-secret",
            RedirectUris = ["http://127.0.0.1:5000/signin-globus", "http://localhost:5000/signin-globus"],
            Scopes =
            [
                new()
                {
                    ScopeString = $"https://auth.globus.org/scopes/{Confidential}/analyse",
                    Description = "Analyse data on your behalf",
                    DependentScopes =
                    [
                        "urn:globus:auth:scope:transfer.api.globus.org:all",
                        "*urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships",
                    ],
                },
            ],
        },
        new() { Id = Service, Name = "Emulator service account", Secret = "emulator-service-account-secret", ProjectId = Project },
        new()
        {
            Id = Collection,
            Name = "Emulator collection",
            ProjectId = Project,
            Scopes =
            [
                new() { ScopeString = $"https://auth.globus.org/scopes/{Collection}/data_access", Description = "Access data on the emulator collection" },
                new() { ScopeString = $"https://auth.globus.org/scopes/{Collection}/https", Description = "Read and write the emulator collection over HTTPS" },
            ],
        },
    ];

    private static EmulatorProject[] Projects() =>
    [
        new()
        {
            Id = Project,
            DisplayName = "Emulator project",
            ContactEmail = "ada@example.org",
            Admins = ["ada@example.org", Service.ToString()],
        },
    ];

    private static EmulatorGroup[] Groups() =>
    [
        new()
        {
            Id = new("10000000-0000-4000-8000-000000000001"),
            Name = "Engine Builders",
            Description = "Everybody who turns the crank.",
            Memberships = [Member("ada@example.org", "admin"), Member("grace@example.org"), Member(Service.ToString())],
        },
        new()
        {
            Id = new("10000000-0000-4000-8000-000000000002"),
            // The name exercises the quoting of tables and CSV files.
            Name = "\"Quoted\", Lab",
            Description = "A name with quotes, a comma, and more.",
            Memberships = [Member("ada@example.org", "manager"), Member("grace@example.org", "admin")],
        },
        new()
        {
            Id = new("10000000-0000-4000-8000-000000000003"),
            Name = "Compiler Authors",
            Policies = new() { GroupVisibility = "authenticated", GroupMembersVisibility = "members", JoinRequests = true },
            Memberships = [Member("grace@example.org", "admin"), Member("ada@example.org")],
        },
        new()
        {
            Id = new("10000000-0000-4000-8000-000000000004"),
            Name = "Grace's Own",
            Memberships = [Member("grace@example.org", "admin")],
        },
        new()
        {
            Id = new("10000000-0000-4000-8000-000000000005"),
            Name = "Invitation Pending",
            Memberships = [Member("grace@example.org", "admin"), Member("ada@example.org", status: "invited")],
        },
        new()
        {
            Id = new("10000000-0000-4000-8000-000000000006"),
            Name = "Robots",
            Description = "Service accounts only.",
            Memberships = [Member(Service.ToString(), "admin"), Member(Confidential.ToString())],
        },
        new()
        {
            Id = new("10000000-0000-4000-8000-000000000007"),
            Name = "Emulator Subscribers",
            Description = "Provides the subscription of the emulator.",
            Subscription = new()
            {
                Id = new("50000000-0000-4000-8000-000000000001"),
                Name = "Emulator Subscription",
                SubscriberName = "Emulator Institute",
                IsHighAssurance = true,
                // The POSIX connector of Globus.
                Connectors = new Dictionary<Guid, EmulatorConnector> { [new("145812c8-decc-41f1-83cf-bb2a85a2a70b")] = new() { IsHa = true } },
            },
            Memberships = [Member("grace@example.org", "admin")],
        },
    ];

    private static EmulatorMembership Member(string identity, string role = "member", string status = "active") =>
        new() { Identity = identity, Role = role, Status = status };
}
