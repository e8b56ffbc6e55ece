using System.Collections.Frozen;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>The registered clients by id.</summary>
internal sealed class ClientRegistry(IEnumerable<EmulatorClient> clients)
{
    private readonly FrozenDictionary<Guid, RegisteredClient> _clients =
        clients.ToFrozenDictionary(static client => client.Id, static client => new RegisteredClient(client));

    public RegisteredClient? Find(string? id) => Guid.TryParse(id, out var guid) ? _clients.GetValueOrDefault(guid) : null;
}
