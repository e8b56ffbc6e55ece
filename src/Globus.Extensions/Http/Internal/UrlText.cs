namespace Globus.Extensions.Http.Internal;

/// <summary>A URL as messages show it: without its query, which may hold what is nobody's business.</summary>
internal static class UrlText
{
    // Not GetLeftPart, which refuses URLs that were kept from being normalized.
    public static string WithoutQuery(Uri? url)
    {
        var text = url is { IsAbsoluteUri: true } ? url.AbsoluteUri : url?.OriginalString ?? string.Empty;
        var end = text.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? text : text[..end];
    }
}
