using Globus.Extensions.Emulator;
using Globus.Extensions.Principals;
using Globus.Extensions.Scopes;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Groups;

/// <summary>An emulator with a person and a service account, each with a Groups client that may do everything.</summary>
internal sealed class EmulatedGroups : IAsyncDisposable
{
    public static readonly GroupId EngineBuilders = ServiceClients.EngineBuilders;
    public static readonly GroupId CompilerAuthors = ServiceClients.CompilerAuthors;
    public static readonly GroupId Subscribers = new("10000000-0000-4000-8000-000000000007");
    public static readonly SubscriptionId Subscription = new("50000000-0000-4000-8000-000000000001");

    private EmulatedGroups(EmulatedGlobus globus)
    {
        Globus = globus;
        Person = ClientOf(static _ => { });
        Robot = ClientOf(options =>
        {
            options.ClientId = globus.ServiceAccount.Id.ToString();
            options.ClientSecret = globus.ServiceAccount.Secret;
        });
    }

    public EmulatedGlobus Globus { get; }

    /// <summary>The client of the first person of the seed, who is Ada.</summary>
    public GroupsClient Person { get; }

    public IdentityId PersonId => Globus.Emulator.Seed.Users[0].Id;

    /// <summary>The client of the service account.</summary>
    public GroupsClient Robot { get; }

    public IdentityId RobotId => Globus.ServiceAccount.Id;

    /// <summary>Somebody else, who does nothing.</summary>
    public IdentityId OtherId => Globus.Emulator.Seed.Users[1].Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<EmulatedGroups> StartAsync(GlobusEmulatorOptions? options = null) => new(await EmulatedGlobus.StartAsync(options));

    /// <summary>Grace is the person: she administers the group of the subscription.</summary>
    public static async Task<EmulatedGroups> StartForGraceAsync() => new(await ServiceClients.StartForGraceAsync());

    public Task<Group> CreateGroupAsync(string name = "Round trips") => Person.CreateGroupAsync(new GroupCreation { Name = name }, Cancellation);

    /// <summary>A group of the person's that everybody sees, and may ask to join.</summary>
    public async Task<Group> CreateOpenGroupAsync()
    {
        var group = await CreateGroupAsync();
        await Person.Policies.UpdateAsync(group.Id, new GroupPolicyUpdate { GroupVisibility = GroupVisibility.Authenticated, JoinRequests = true }, Cancellation);
        return group;
    }

    public ValueTask DisposeAsync() => Globus.DisposeAsync();

    private GroupsClient ClientOf(Action<GlobusOptions> configure) => Globus.Provide(options =>
    {
        options.ScopeRequirements[GlobusResourceServers.Groups] = [GlobusScopes.GroupsAll];
        configure(options);
    }).GetRequiredService<GroupsClient>();
}
