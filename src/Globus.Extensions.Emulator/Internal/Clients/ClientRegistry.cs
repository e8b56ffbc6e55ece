using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>The registered clients by id. Thread-safe.</summary>
internal sealed class ClientRegistry
{
    private readonly ResourceStore<RegisteredClient> _clients = new();
    private readonly TimeProvider _time;

    public ClientRegistry(EmulatorSeed seed, GlobusEmulatorOptions options)
    {
        _time = options.TimeProvider;
        foreach (var seeded in seed.Clients)
        {
            var client = new RegisteredClient(new ClientDocument
            {
                Id = seeded.Id,
                Name = seeded.Name,
                Project = seeded.ProjectId,
                ClientType = seeded.Secret is null ? ClientTypes.PublicInstalled : ClientTypes.Of(publicClient: false),
                RedirectUris = [.. seeded.RedirectUris],
            });
            if (seeded.Secret is { } secret)
            {
                client.Add(NewCredential(seeded.Id, "Seed", secret));
            }

            _clients.Set(client.Id, client);
        }
    }

    public IReadOnlyList<RegisteredClient> All => _clients.All;

    /// <summary>All clients with their credentials.</summary>
    public IReadOnlyList<ClientState> Snapshot =>
        [.. All.Select(static client => new ClientState(client.Document, [.. client.Credentials.Select(static credential => credential.State)]))];

    /// <summary>Puts these clients in the place of all there are.</summary>
    public void Restore(IEnumerable<ClientState> states) => _clients.Restore(states.Select(RegisteredClient.From), static client => client.Id);

    public RegisteredClient? Find(Guid id) => _clients.TryFind(id, out var client) ? client : null;

    public RegisteredClient? Find(string? id) => Guid.TryParse(id, out var guid) ? Find(guid) : null;

    public void Add(RegisteredClient client) => _clients.Set(client.Id, client);

    public void Remove(RegisteredClient client)
    {
        client.Delete();
        _clients.Remove(client.Id);
    }

    /// <summary>Gives the client one more secret, made up here; the document shows it this once.</summary>
    public CredentialDocument AddCredential(RegisteredClient client, string name)
    {
        var secret = TokenText.Create();
        var credential = NewCredential(client.Id, name, secret);
        client.Add(credential);
        return credential.Document with { Secret = secret };
    }

    /// <summary>Makes a given secret the only one of the client.</summary>
    public void SetSecret(RegisteredClient client, string secret) => client.ReplaceCredentials(NewCredential(client.Id, "Replaced", secret));

    private ClientCredential NewCredential(Guid client, string name, string secret) => new(new CredentialDocument
    {
        Id = Guid.NewGuid(),
        Name = name,
        Client = client,
        Created = _time.GetUtcNow(),
        Secret = secret,
    });
}
