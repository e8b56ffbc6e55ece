namespace Globus.Extensions.Http.Internal;

/// <summary>A URL as messages show it: queries carry codes, states and search terms, user information a password.</summary>
internal static class UrlText
{
    // Not GetLeftPart or GetComponents, which refuse URLs that were kept from being normalized.
    public static string WithoutQuery(Uri? url)
    {
        var text = url is { IsAbsoluteUri: true } ? $"{url.Scheme}://{url.Authority}{url.AbsolutePath}" : url?.OriginalString ?? string.Empty;
        var end = text.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? text : text[..end];
    }
}
