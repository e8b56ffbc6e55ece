namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>All identities: the seed's people, one for each client, and those provisioned since. Thread-safe.</summary>
internal sealed class IdentityDirectory
{
    private const string ClientDomain = "@clients.auth.globus.org";
    private const string PeopleProviderName = "Globus Emulator";
    private const string ClientProviderName = "Globus Auth clients";
    private static readonly Guid PeopleProvider = new("e0000000-0000-4000-8000-00000000001d");
    private static readonly Guid ClientProvider = new("e0000000-0000-4000-8000-00000000c11e");

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Identity> _byId = [];
    private readonly Dictionary<string, Identity> _byUserName = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _domains = new(StringComparer.OrdinalIgnoreCase);

    public IdentityDirectory(EmulatorSeed seed)
    {
        foreach (var user in seed.Users)
        {
            Add(Person(user.Id, user.UserName) with { Name = user.Name, Email = user.Email, Organization = user.Organization });
        }

        foreach (var client in seed.Clients)
        {
            AddClient(client.Id, client.Name);
        }

        People = [.. seed.Users.Select(user => _byId[user.Id])];
    }

    /// <summary>The people of the seed, in its order: whom the sign-in page suggests.</summary>
    public IReadOnlyList<Identity> People { get; }

    /// <summary>Where the identities come from, each with the domains that its user names have by now.</summary>
    public IReadOnlyList<IdentityProviderDocument> Providers
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    new() { Id = PeopleProvider, Name = PeopleProviderName, ShortName = "emulator", Domains = [.. _domains] },
                    new() { Id = ClientProvider, Name = ClientProviderName, ShortName = "clients", Domains = [ClientDomain[1..]] },
                ];
            }
        }
    }

    /// <summary>All identities.</summary>
    public IReadOnlyList<Identity> Snapshot
    {
        get
        {
            lock (_gate)
            {
                return [.. _byId.Values];
            }
        }
    }

    /// <summary>Puts these identities in the place of all there are.</summary>
    public void Restore(IEnumerable<Identity> identities)
    {
        lock (_gate)
        {
            _byId.Clear();
            _byUserName.Clear();
            _domains.Clear();
            foreach (var identity in identities)
            {
                Add(identity);
            }
        }
    }

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

    /// <summary>Adds the identity that a client is itself, or gives it the client's new name.</summary>
    public void AddClient(Guid id, string name)
    {
        lock (_gate)
        {
            Add(new Identity(id, id + ClientDomain, name, null, null)
            {
                IdentityProvider = ClientProvider,
                IdentityProviderName = ClientProviderName,
            });
        }
    }

    /// <summary>Keeps the identity of a deleted client: groups and projects may still name it.</summary>
    public void Close(Guid id)
    {
        lock (_gate)
        {
            Add(_byId[id] with { IsClosed = true });
        }
    }

    private static Identity Person(Guid id, string userName) => new(id, userName, null, null, null)
    {
        IdentityProvider = PeopleProvider,
        IdentityProviderName = PeopleProviderName,
    };

    private void Add(Identity identity)
    {
        _byId[identity.Id] = identity;
        _byUserName[identity.UserName] = identity;
        var at = identity.UserName.LastIndexOf('@');
        if (identity.IdentityProvider == PeopleProvider && at >= 0)
        {
            _domains.Add(identity.UserName[(at + 1)..]);
        }
    }
}
