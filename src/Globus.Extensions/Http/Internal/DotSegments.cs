namespace Globus.Extensions.Http.Internal;

/// <summary>
/// Finds <c>..</c> that stands for the folder above. <see cref="Uri"/> resolves it where it is plain, unless it was told not to; servers and
/// proxies may resolve it where it is encoded or beside an encoded slash, too, and then the path leads elsewhere than it seems to.
/// </summary>
internal static class DotSegments
{
    /// <summary>Whether there are any. A usual path is done with at once, without an allocation.</summary>
    public static bool ClimbIn(string path) =>
        (path.Contains("..", StringComparison.Ordinal) || path.Contains("%2E", StringComparison.OrdinalIgnoreCase)) && HasParentSegment(path);

    private static bool HasParentSegment(string path)
    {
        var decoded = path
            .Replace("%2E", ".", StringComparison.OrdinalIgnoreCase)
            .Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)
            .Replace("%5C", "/", StringComparison.OrdinalIgnoreCase)
            .Replace('\\', '/');
        foreach (var segment in decoded.AsSpan().Split('/'))
        {
            if (decoded.AsSpan(segment) is "..")
            {
                return true;
            }
        }

        return false;
    }
}
