using Globus.Extensions.Emulator.Internal.Clients;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>
/// What an identity allowed a client at one time. Code and tokens share it, so that revoking it once ends all of them, even those
/// about to be issued by a request that runs at the same moment; so do deleting the client, and deleting the credential that the
/// grant stands on.
/// </summary>
internal sealed class Grant(RegisteredClient client, Guid identityId, DateTimeOffset authenticatedAt, ClientCredential? credential = null)
{
    private volatile bool _isRevoked;

    public Guid ClientId => client.Id;

    public Guid IdentityId { get; } = identityId;

    /// <summary>When the person signed in, or the client came with its secret.</summary>
    public DateTimeOffset AuthenticatedAt { get; } = authenticatedAt;

    /// <summary>The session that it belongs to; no two grants share one.</summary>
    public Guid SessionId { get; init; } = Guid.NewGuid();

    /// <summary>The credential that the grant stands on, if it stands on one.</summary>
    public Guid? CredentialId => credential?.Document.Id;

    public bool IsRevoked => _isRevoked || client.IsDeleted || credential?.IsDeleted == true;

    public void Revoke() => _isRevoked = true;
}
