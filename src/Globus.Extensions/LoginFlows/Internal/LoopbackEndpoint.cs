using System.Globalization;
using System.Net;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Where the browser comes back to, as it is written in the redirect URI, and where that is listened to.</summary>
internal sealed record LoopbackEndpoint
{
    private const string LocalHost = "localhost";

    /// <summary>The redirect URI as it is sent; an empty one means "by address and port".</summary>
    private string? Written { get; init; }

    /// <summary>The address as it stands in a URI: with brackets, if it is one of IPv6.</summary>
    public required string Host { get; init; }

    /// <summary>The port; 0 until the system has chosen one.</summary>
    public required int Port { get; init; }

    /// <summary>The path of the redirect URI.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The addresses to bind. A name is bound in both families, or another program could take the answer in the one that is left.</summary>
    public IReadOnlyList<IPAddress> Addresses =>
        Host == LocalHost ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Parse(Host.Trim('[', ']'))];

    /// <summary>What the browser names in <c>Host</c>; anything else is a name that was pointed at this machine (DNS rebinding).</summary>
    public string Authority => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    public string RedirectUri => Written ?? $"http://{Authority}";

    public static LoopbackEndpoint From(string host, int port) => new() { Host = Normalize(host), Port = port };

    public static LoopbackEndpoint From(string redirectUri)
    {
        var uri = new Uri(redirectUri, UriKind.Absolute);
        return new LoopbackEndpoint { Written = redirectUri, Host = uri.Host, Port = uri.Port, Path = uri.AbsolutePath };
    }

    /// <summary>Says why an address cannot be listened on, or <see langword="null"/> if it can.</summary>
    public static string? DescribeHost(string? host) =>
        IsLoopback(host) ? null : $"'{host}' is not a loopback address. Use 127.0.0.1, [::1] or localhost: an answer to a login must not leave this machine";

    /// <summary>Says why a redirect URI cannot be listened on, as the end of a sentence, or <see langword="null"/> if it can.</summary>
    public static string? Describe(string redirectUri) =>
        Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri is { Port: > 0, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && IsLoopback(uri.Host)
            ? null
            : $"the redirect URI '{redirectUri}' is not one on a loopback address, such as http://127.0.0.1:8400/callback";

    public bool IsOwnHost(string? header) =>
        string.Equals(header, Authority, StringComparison.OrdinalIgnoreCase)
        || (Port == 80 && string.Equals(header, Host, StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopback(string? host) =>
        string.Equals(host, LocalHost, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host?.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address) && !address.IsIPv4MappedToIPv6);

    private static string Normalize(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString()
            : LocalHost;
}
