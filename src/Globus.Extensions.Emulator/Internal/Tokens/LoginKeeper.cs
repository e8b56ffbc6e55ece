using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Clients;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>Takes tokens and codes as plain data and puts them back, so that those of one grant share it again.</summary>
internal sealed class LoginKeeper(TokenStore tokens, AuthorizationCodeStore codes, ClientRegistry clients)
{
    /// <summary>What is accepted now, and the codes that have been used, to recognise their second use.</summary>
    public LoginState Snapshot
    {
        get
        {
            var (issued, open) = (tokens.Snapshot, codes.Snapshot);
            var grants = issued.Select(static pair => pair.Value.Grant).Concat(open.Select(static pair => pair.Value.Grant));
            return new LoginState(
                [.. grants.Where(static grant => !grant.IsRevoked).DistinctBy(static grant => grant.SessionId).Select(ToState)],
                [.. issued.Select(static pair => ToState(pair.Key, pair.Value))],
                [.. open.Select(static pair => ToState(pair.Key, pair.Value))]);
        }
    }

    /// <summary>Puts this in the place of all there is; what belongs to a client or a grant that is gone is left out.</summary>
    public void Restore(LoginState state)
    {
        var grants = new Dictionary<Guid, Grant>();
        foreach (var one in state.Grants)
        {
            if (TryRestore(one, out var grant))
            {
                grants[one.SessionId] = grant;
            }
        }

        tokens.Restore(state.Tokens.Where(token => grants.ContainsKey(token.SessionId)).Select(token => KeyValuePair.Create(token.Hash, new IssuedToken
        {
            Grant = grants[token.SessionId],
            ResourceServer = token.ResourceServer,
            Scopes = token.Scopes,
            IssuedAt = token.IssuedAt,
            ExpiresAt = token.ExpiresAt,
        })));
        codes.Restore(state.Codes.Where(code => grants.ContainsKey(code.SessionId)).Select(code => KeyValuePair.Create(code.Hash, new AuthorizationCode
        {
            Grant = grants[code.SessionId],
            RedirectUri = code.RedirectUri,
            Scopes = code.Scopes,
            IsOffline = code.IsOffline,
            CodeChallenge = code.CodeChallenge,
            Nonce = code.Nonce,
            State = code.State,
            AuthenticatedAt = code.AuthenticatedAt,
            ExpiresAt = code.ExpiresAt,
            IsUsed = code.IsUsed,
        })));
    }

    /// <summary>A credential that the client no longer has has been replaced: what it brought lives on without it.</summary>
    private bool TryRestore(GrantState state, [NotNullWhen(true)] out Grant? grant)
    {
        var client = clients.Find(state.ClientId);
        grant = client is null ? null : new Grant(
            client,
            state.IdentityId,
            state.AuthenticatedAt,
            client.Credentials.FirstOrDefault(credential => credential.Document.Id == state.CredentialId))
        {
            SessionId = state.SessionId,
        };
        return grant is not null;
    }

    private static GrantState ToState(Grant grant) =>
        new(grant.SessionId, grant.ClientId, grant.IdentityId, grant.AuthenticatedAt, grant.CredentialId);

    private static TokenState ToState(string hash, IssuedToken token) =>
        new(hash, token.Grant.SessionId, token.ResourceServer, token.Scopes, token.IssuedAt, token.ExpiresAt);

    private static CodeState ToState(string hash, AuthorizationCode code) => new(
        hash,
        code.Grant.SessionId,
        code.RedirectUri,
        code.Scopes,
        code.IsOffline,
        code.CodeChallenge,
        code.Nonce,
        code.State,
        code.AuthenticatedAt,
        code.ExpiresAt,
        code.IsUsed);
}
