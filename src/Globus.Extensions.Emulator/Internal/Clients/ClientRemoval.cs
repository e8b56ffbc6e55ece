using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>Takes a client out of the world with everything that hangs on it.</summary>
internal sealed class ClientRemoval(
    ClientRegistry clients, ScopeCatalogue catalogue, ConsentStore consents, TokenStore tokens, IdentityDirectory identities)
{
    public void Remove(RegisteredClient client)
    {
        // What was issued to it ends with the mark on the client; what others hold for its own services has to be looked up.
        clients.Remove(client);
        catalogue.RemoveOwnedBy(client.Id);
        tokens.RevokeAll(refreshTokens: false, client.Id.ToString());
        tokens.RevokeAll(refreshTokens: true, client.Id.ToString());
        consents.RemoveOf(client.Id);
        identities.Close(client.Id);
    }
}
