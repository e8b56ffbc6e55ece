using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Tokens;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>The session of a token: who has signed in in it, by identity id. A client of its own account has no sign-ins.</summary>
internal sealed record SessionInfo(Guid SessionId, Dictionary<string, SessionAuthentication> Authentications)
{
    public static SessionInfo Of(Grant grant, Identity identity) => new(
        grant.SessionId,
        identity.Id == grant.ClientId
            ? []
            : new() { [identity.Id.ToString()] = new(grant.AuthenticatedAt.ToUnixTimeSeconds(), identity.IdentityProvider) });
}
