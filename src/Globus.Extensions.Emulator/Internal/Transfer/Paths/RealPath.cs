namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>The path of an existing folder without links in it, so that where a link leads can be compared with it.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>How names of files are compared on this system, as far as that is the same everywhere on it.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public static bool AreSame(string path, string other) => path.Equals(other, Comparison);

    /// <summary>Whether a path is that of the folder or leads below it.</summary>
    public static bool Contains(string folder, string path) =>
        AreSame(folder, path) || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, Comparison);

    public static string Of(string folder)
    {
        var path = Path.GetFullPath(folder);
        for (var links = 0; links < MaxLinks; links++)
        {
            if (FirstLink(path) is not { } link)
            {
                return Path.TrimEndingDirectorySeparator(path);
            }

            var target = Path.GetFullPath(link.LinkTarget!, Path.GetDirectoryName(link.FullName)!);
            path = Path.GetFullPath(Path.Join(target, path[link.FullName.Length..]));
        }

        throw new IOException($"The folder '{folder}' leads through too many symbolic links.");
    }

    private static DirectoryInfo? FirstLink(string path)
    {
        DirectoryInfo? first = null;
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            first = folder.LinkTarget is null ? first : folder;
        }

        return first;
    }
}
