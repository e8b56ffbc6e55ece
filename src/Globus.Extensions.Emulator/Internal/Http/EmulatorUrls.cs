using System.Net;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Where the services are reached.</summary>
internal sealed class EmulatorUrls(IPEndPoint endPoint)
{
    public Uri Base { get; } = new UriBuilder(Uri.UriSchemeHttp, endPoint.Address.ToString(), endPoint.Port).Uri;

    public Uri Auth => new(Base, "auth/");

    public Uri Groups => new(Base, "groups/");

    public Uri Transfer => new(Base, "transfer/");

    /// <summary>Like Globus's own, the issuer ends without a slash.</summary>
    public string Issuer => Auth.AbsoluteUri.TrimEnd('/');

    /// <summary>The page that shows the code, the default redirect URI of native clients.</summary>
    public Uri AuthCodePage => new(Auth, "v2/web/auth-code");
}
