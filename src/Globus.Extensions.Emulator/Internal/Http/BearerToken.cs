using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>The access token that a request carries.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    public static string? Read(HttpRequest request)
    {
        string? header = request.Headers.Authorization.Count == 1 ? request.Headers.Authorization[0] : null;
        return header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    /// <summary>
    /// The token behind the header, if it is an access token of that resource server and accepted now. A token of another
    /// resource server is worth nothing here: the caller answers 401 as for none.
    /// </summary>
    public static bool TryAuthenticate(
        this TokenStore tokens, HttpContext context, string resourceServer, [NotNullWhen(true)] out IssuedToken? token)
    {
        token = Read(context.Request) is { } text ? tokens.FindActive(text) : null;
        if (token is null || token.IsRefreshToken || token.ResourceServer != resourceServer)
        {
            token = null;
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"Globus Emulator\"";
            return false;
        }

        return true;
    }
}
