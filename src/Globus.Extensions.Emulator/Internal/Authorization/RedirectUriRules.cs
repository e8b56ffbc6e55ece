using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Where a client may send the person back to.</summary>
internal sealed class RedirectUriRules(EmulatorUrls urls)
{
    public bool IsAllowed(RegisteredClient client, string redirectUri)
    {
        if (client.RedirectUris.Contains(redirectUri, StringComparer.Ordinal))
        {
            return true;
        }

        return client.IsInstalled
            && redirectUri.All(static c => c is > ' ' and < '\x7f')
            && Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttp
            && uri.UserInfo.Length == 0
            && uri.Fragment.Length == 0
            && IsLoopback(uri)
            && (uri.Port != urls.Base.Port || uri.AbsolutePath == urls.AuthCodePage.AbsolutePath);
    }

    /// <summary>Whether it can be registered: absolute, of ASCII characters, without a fragment, and an address rather than a program.</summary>
    public static bool IsWellFormed(string text) =>
        text.All(static c => c is > ' ' and < '\x7f')
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && uri.Scheme is not ("file" or "javascript" or "data");

    /// <summary>By name only: nothing is looked up, so a name that merely resolves to this machine does not count.</summary>
    private static bool IsLoopback(Uri uri) => uri.Host is "127.0.0.1" or "[::1]" or "localhost";
}
