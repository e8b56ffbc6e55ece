using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>Reads a form of the one media type OAuth allows.</summary>
internal static class FormReader
{
    /// <summary>The parameters, or <see langword="null"/> if the body is something else than a URL-encoded form.</summary>
    public static async Task<RequestParameters?> ReadAsync(HttpContext context)
    {
        var mediaType = context.Request.ContentType.AsSpan();
        var end = mediaType.IndexOf(';');
        mediaType = (end < 0 ? mediaType : mediaType[..end]).Trim();
        if (!mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return new RequestParameters(await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false));
    }
}
