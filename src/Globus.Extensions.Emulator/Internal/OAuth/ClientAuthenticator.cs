using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>
/// Finds out which client is calling: confidential ones by HTTP Basic only (the discovery document offers nothing else), native
/// ones by <c>client_id</c> in the body.
/// </summary>
internal sealed class ClientAuthenticator(ClientRegistry clients)
{
    private const string Scheme = "Basic ";

    public bool TryAuthenticate(HttpRequest request, RequestParameters form, [NotNullWhen(true)] out RegisteredClient? client) =>
        TryAuthenticate(request, form, out client, out _);

    /// <summary>Finds the client and how it has proved to be that.</summary>
    /// <param name="request">The request.</param>
    /// <param name="form">Its body.</param>
    /// <param name="client">Who calls.</param>
    /// <param name="credential">The secret it has proved to know; a native client has none.</param>
    public bool TryAuthenticate(
        HttpRequest request, RequestParameters form, [NotNullWhen(true)] out RegisteredClient? client, out ClientCredential? credential)
    {
        credential = null;
        var named = form["client_id"];
        if (request.Headers.Authorization.Count > 0)
        {
            return TryAuthenticateConfidential(request, out client, out credential)
                && (named is null || Guid.TryParse(named, out var id) && id == client.Id);
        }

        client = clients.Find(named) is { IsNative: true } native && form["client_secret"] is null ? native : null;
        return client is not null;
    }

    public bool TryAuthenticateConfidential(HttpRequest request, [NotNullWhen(true)] out RegisteredClient? client) =>
        TryAuthenticateConfidential(request, out client, out _);

    private bool TryAuthenticateConfidential(
        HttpRequest request, [NotNullWhen(true)] out RegisteredClient? client, out ClientCredential? credential)
    {
        (client, credential) = (null, null);
        if (TryReadBasic(request, out var id, out var secret) && clients.Find(id) is { } found)
        {
            credential = found.FindCredential(secret);
            client = credential is null ? null : found;
        }

        return client is not null;
    }

    private static bool TryReadBasic(HttpRequest request, out string id, out string secret)
    {
        (id, secret) = ("", "");
        string? header = request.Headers.Authorization.Count == 1 ? request.Headers.Authorization[0] : null;
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !Base64.IsValid(header.AsSpan(Scheme.Length)))
        {
            return false;
        }

        // Taken as they are: the reference does not percent-encode the two (RFC 6749, 2.3.1 would).
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(header[Scheme.Length..]));
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            return false;
        }

        (id, secret) = (text[..colon], text[(colon + 1)..]);
        return true;
    }
}
