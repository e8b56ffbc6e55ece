namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Follows symbolic links, so that a link survives a write and all its users meet at one lock.</summary>
internal static class SymbolicLink
{
    /// <summary>The file that a path leads to, whether or not there is one.</summary>
    public static string Follow(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return path;
        }
    }
}
