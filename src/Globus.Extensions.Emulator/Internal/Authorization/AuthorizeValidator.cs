using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Checks an authorization request; the pages and <see cref="GlobusEmulator.SignIn"/> share it.</summary>
internal sealed class AuthorizeValidator(ClientRegistry clients, RedirectUriRules redirects, ScopeCatalogue catalogue)
{
    private const int ChallengeLength = 43;
    private const int MaxTextLength = 4096;

    public bool TryValidate(
        RequestParameters parameters,
        [NotNullWhen(true)] out AuthorizeRequest? request,
        [NotNullWhen(false)] out AuthorizeRefusal? refusal)
    {
        request = null;
        if (!TryFindClient(parameters, out var client, out var redirectUri, out refusal))
        {
            return false;
        }

        var state = parameters["state"];
        refusal = Check(parameters, client, out var scopes) is { } error
            ? new AuthorizeRefusal(error.Code, error.Description, redirectUri, state)
            : null;
        if (refusal is not null)
        {
            return false;
        }

        request = new AuthorizeRequest
        {
            Client = client,
            RedirectUri = redirectUri,
            Scopes = scopes,
            IsOffline = parameters["access_type"] == "offline",
            State = state,
            CodeChallenge = parameters["code_challenge"],
            Nonce = parameters["nonce"],
            Session = SessionRequirements.Read(parameters),
            NamedGrant = parameters["prefill_named_grant"],
        };
        return true;
    }

    private bool TryFindClient(
        RequestParameters parameters,
        [NotNullWhen(true)] out RegisteredClient? client,
        [NotNullWhen(true)] out string? redirectUri,
        [NotNullWhen(false)] out AuthorizeRefusal? refusal)
    {
        redirectUri = null;
        client = clients.Find(parameters["client_id"]);
        if (client is null)
        {
            refusal = new AuthorizeRefusal("invalid_client", "The client_id is missing or not known here.");
            return false;
        }

        redirectUri = parameters["redirect_uri"];
        if (redirectUri is null || !redirects.IsAllowed(client, redirectUri))
        {
            refusal = new AuthorizeRefusal("invalid_redirect_uri", "The redirect_uri is missing or not registered for this client.");
            return false;
        }

        refusal = null;
        return true;
    }

    private OAuthError? Check(RequestParameters parameters, RegisteredClient client, out IReadOnlyList<RequestedScope> scopes)
    {
        scopes = [];
        if (parameters.Repeated is { } repeated)
        {
            return OAuthError.InvalidRequest($"The parameter {repeated} is given more than once.");
        }

        if (parameters["response_type"] is not { } responseType)
        {
            return OAuthError.InvalidRequest("The parameter response_type is missing.");
        }

        if (responseType != "code")
        {
            return new OAuthError(0, "unsupported_response_type", "Only the response_type code is supported.");
        }

        if (parameters["access_type"] is not (null or "online" or "offline"))
        {
            return OAuthError.InvalidRequest("The access_type must be online or offline.");
        }

        if (parameters["state"]?.Length > MaxTextLength || parameters["nonce"]?.Length > MaxTextLength)
        {
            return OAuthError.InvalidRequest("The state or nonce is too long.");
        }

        return CheckChallenge(parameters, client) ?? CheckScopes(parameters["scope"], client, out scopes);
    }

    /// <summary>A native client cannot keep a secret, so the challenge is what ties the code to it (RFC 7636).</summary>
    private static OAuthError? CheckChallenge(RequestParameters parameters, RegisteredClient client)
    {
        var challenge = parameters["code_challenge"];
        var method = parameters["code_challenge_method"];
        if (challenge is null)
        {
            return client.IsNative || method is not null ? OAuthError.InvalidRequest("The parameter code_challenge is missing.") : null;
        }

        if (method != "S256")
        {
            return OAuthError.InvalidRequest("The code_challenge_method must be S256.");
        }

        return challenge.Length == ChallengeLength && challenge.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? null
            : OAuthError.InvalidRequest("The code_challenge is not a SHA-256 in base64url.");
    }

    private OAuthError? CheckScopes(string? text, RegisteredClient client, out IReadOnlyList<RequestedScope> scopes)
    {
        scopes = [];
        if (text is null)
        {
            return OAuthError.InvalidScope("The parameter scope is missing.");
        }

        // The answer to a browser has only RFC 6749's words: here an unknown scope is an invalid one.
        return OAuthError.TryReadScopes(catalogue, client.Id, text, out scopes) is { } error
            ? OAuthError.InvalidScope(error.Description)
            : null;
    }
}
