namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>All identities: the seed's people, one for each client, and those provisioned since. Thread-safe.</summary>
internal sealed class IdentityDirectory
{
    private const string ClientDomain = "@clients.auth.globus.org";
    private static readonly Guid PeopleProvider = new("e0000000-0000-4000-8000-00000000001d");
    private static readonly Guid ClientProvider = new("e0000000-0000-4000-8000-00000000c11e");

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Identity> _byId = [];
    private readonly Dictionary<string, Identity> _byUserName = new(StringComparer.OrdinalIgnoreCase);

    public IdentityDirectory(EmulatorSeed seed)
    {
        foreach (var user in seed.Users)
        {
            Add(Person(user.Id, user.UserName) with { Name = user.Name, Email = user.Email, Organization = user.Organization });
        }

        foreach (var client in seed.Clients)
        {
            Add(new Identity(client.Id, client.Id + ClientDomain, client.Name, null, null)
            {
                IdentityProvider = ClientProvider,
                IdentityProviderName = "Globus Auth clients",
            });
        }

        DefaultUserName = seed.Users.Count > 0 ? seed.Users[0].UserName : null;
    }

    /// <summary>What the sign-in page suggests.</summary>
    public string? DefaultUserName { get; }

    public Identity? Find(Guid id)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    public Identity? Find(string userName)
    {
        lock (_gate)
        {
            return _byUserName.GetValueOrDefault(userName);
        }
    }

    /// <summary>Finds by id or user name.</summary>
    public Identity? Resolve(string idOrUserName) => Guid.TryParse(idOrUserName, out var id) ? Find(id) : Find(idOrUserName);

    /// <summary>A person who may sign in on the page: clients have no password there, and the provisioned have nobody behind them.</summary>
    public Identity? FindPerson(string userName) =>
        Find(userName) is { IsUsed: true } identity && identity.IdentityProvider == PeopleProvider ? identity : null;

    /// <summary>The identity of that user name, made up now if there is none.</summary>
    public Identity Provision(string userName)
    {
        lock (_gate)
        {
            if (!_byUserName.TryGetValue(userName, out var identity))
            {
                identity = Person(Guid.NewGuid(), userName) with { IsUsed = false };
                Add(identity);
            }

            return identity;
        }
    }

    private static Identity Person(Guid id, string userName) => new(id, userName, null, null, null)
    {
        IdentityProvider = PeopleProvider,
        IdentityProviderName = "Globus Emulator",
    };

    private void Add(Identity identity)
    {
        _byId[identity.Id] = identity;
        _byUserName[identity.UserName] = identity;
    }
}
