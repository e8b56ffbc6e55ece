using System.Buffers;

namespace Globus.Extensions.Http.Internal;

/// <summary>Puts an id into a path.</summary>
internal static class PathSegment
{
    private static readonly SearchValues<char> Slashes = SearchValues.Create("/\\");

    /// <summary>The id, escaped. What cannot be one segment is refused: escaped or not, some server on the way may read it as another route.</summary>
    /// <exception cref="ArgumentException">The id is empty, consists of dots, or has a slash.</exception>
    public static string Of(string id, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, parameterName);
        return id is "." or ".." || id.AsSpan().ContainsAny(Slashes)
            ? throw new ArgumentException($"'{id}' is no id: it would lead to another route.", parameterName)
            : Uri.EscapeDataString(id);
    }
}
