namespace Globus.Extensions.Configuration.Internal;

/// <summary>What makes a text the base URL of a service, to which tokens may be sent.</summary>
internal static class ServiceUrl
{
    /// <summary>Says what is wrong with the text, or <see langword="null"/> if it will do.</summary>
    public static string? Describe(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return "is not an absolute URL.";
        }

        if (!IsSafe(url))
        {
            return "is not https. Plain http is allowed on a loopback address only, since tokens are sent there.";
        }

        return url is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 }
            ? null
            : "has a query, a fragment or user information, which a base URL has not.";
    }

    /// <summary>Whether a token may be sent there: https, or a loopback address.</summary>
    public static bool IsSafe(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    /// <summary>The base URL with its final slash, without which relative paths would replace its last segment.</summary>
    public static Uri Normalize(string text) => new(text.EndsWith('/') ? text : text + "/", UriKind.Absolute);

    /// <summary>The base URL of a service as the options have it.</summary>
    public static Uri Get(GlobusOptions options, string service) =>
        options.ServiceUrls.TryGetValue(service, out var url)
            ? Normalize(url)
            : GlobusEnvironments.GetServiceUrl(options.Environment!, service);
}
