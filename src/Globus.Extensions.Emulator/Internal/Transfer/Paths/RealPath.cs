namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>The path of an existing folder without links in it, so that where a link leads can be compared with it.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

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
