using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Makes the address that the person is sent back to.</summary>
internal sealed class AuthorizeAnswer(AuthorizationCodeStore codes, ConsentStore consents, EmulatorUrls urls, GlobusEmulatorOptions options)
{
    /// <summary>The person has allowed it: a code, and the consent is noted.</summary>
    public string Allow(AuthorizeRequest request, Identity person)
    {
        var now = options.TimeProvider.GetUtcNow();
        consents.Add(request.Client.Id, person.Id, request.Scopes, request.IsOffline);
        var code = codes.Issue(new AuthorizationCode
        {
            Grant = new Grant(request.Client, person.Id, now),
            RedirectUri = request.RedirectUri,
            Scopes = request.Scopes,
            IsOffline = request.IsOffline,
            CodeChallenge = request.CodeChallenge,
            Nonce = request.Nonce,
            State = request.State,
            AuthenticatedAt = now,
            ExpiresAt = codes.NextExpiry,
        });
        return Build(request.RedirectUri, request.State, ("code", code));
    }

    /// <summary>The person has denied it.</summary>
    public string Deny(AuthorizeRequest request) =>
        Refuse(request.RedirectUri, request.State, "access_denied", "The user denied the request.");

    public string Refuse(string redirectUri, string? state, string error, string description) =>
        Build(redirectUri, state, ("error", error), ("error_description", description));

    private string Build(string redirectUri, string? state, params (string Name, string Value)[] parameters)
    {
        var query = parameters.Select(static parameter => KeyValuePair.Create(parameter.Name, (string?)parameter.Value)).ToList();
        if (state is not null)
        {
            query.Add(new("state", state));
        }

        // RFC 9207: a client that uses several servers can tell who has answered.
        query.Add(new("iss", urls.Issuer));
        return QueryHelpers.AddQueryString(redirectUri, query);
    }
}
