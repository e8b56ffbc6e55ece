namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>
/// What an identity allowed a client at one time. Code and tokens share it, so that revoking it once ends all of them, even those
/// about to be issued by a request that runs at the same moment.
/// </summary>
internal sealed class Grant(Guid clientId, Guid identityId)
{
    private volatile bool _isRevoked;

    public Guid ClientId { get; } = clientId;

    public Guid IdentityId { get; } = identityId;

    public bool IsRevoked => _isRevoked;

    public void Revoke() => _isRevoked = true;
}
