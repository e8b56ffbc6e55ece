using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Writes a page with the headers that keep it from being cached, framed, or extended by anything injected.</summary>
internal static class PageWriter
{
    private static readonly string StyleSource =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageStyle.Css)))}'";

    /// <summary>Answers with a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="html">The page.</param>
    /// <param name="formTarget">Where posting the page's form may lead to in the end, if not only to us.</param>
    public static async Task WriteAsync(HttpContext context, int statusCode, string html, string? formTarget = null)
    {
        var body = Encoding.UTF8.GetBytes(html);
        SetHeaders(context.Response, formTarget);
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    public static void SetHeaders(HttpResponse response, string? formTarget = null)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {StyleSource}; form-action 'self'{FormSource(formTarget)}; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers.Pragma = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    /// <summary>
    /// Browsers apply form-action to the redirect that answers the form, too, so the client's address has to be allowed. CSP has
    /// no words for an IPv6 host or a custom scheme's path; there the scheme has to do.
    /// </summary>
    private static string FormSource(string? target)
    {
        if (target is null || !Uri.TryCreate(target, UriKind.Absolute, out var uri))
        {
            return "";
        }

        var isWeb = uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
        return isWeb && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4
            ? $" {uri.Scheme}://{uri.IdnHost}:{uri.Port}"
            : $" {uri.Scheme}:";
    }
}
