using System.Globalization;
using System.Text;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>Describes what is in a folder. A link out of the collection is shown as one that leads nowhere.</summary>
internal static class FileDocuments
{
    public const string Folder = "dir";
    public const string File = "file";
    public const string InvalidSymlink = "invalid_symlink";

    /// <summary>Describes the entry at a place; <see langword="null"/> if it has gone since it was found there, or its name is no text.</summary>
    public static FileDocument? Of(Place place, FileSystemInfo entry, string name)
    {
        try
        {
            return entry.LinkTarget is { } target ? DescribeLink(place, entry, target, name)
                : entry.Exists ? Describe(entry, name)
                : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>File times have a space where others have a T.</summary>
    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss+00:00", CultureInfo.InvariantCulture);

    private static FileDocument DescribeLink(Place link, FileSystemInfo entry, string target, string name)
    {
        var isInside = PathResolver.Resolve(link.Root, link.Names, followLast: true, out var place) == PathProblem.None;
        var described = isInside && FileEntries.Find(place.FullPath) is { } behind
            ? Describe(behind, name)
            : new FileDocument { Name = name, Type = InvalidSymlink };
        return described with
        {
            LinkTarget = PathResolver.RelativeTo(link.Root, target) is { } inside ? "/" + inside.Replace(Path.DirectorySeparatorChar, '/') : target,
            LinkSize = Encoding.UTF8.GetByteCount(target),
            LinkLastModified = Time(entry.LastWriteTimeUtc),
            LinkUser = Environment.UserName,
            LinkGroup = Environment.UserName,
        };
    }

    private static FileDocument Describe(FileSystemInfo entry, string name) => new()
    {
        Name = name,
        Type = entry is DirectoryInfo ? Folder : File,
        Size = entry is FileInfo file ? file.Length : FolderSize,
        LastModified = Time(entry.LastWriteTimeUtc),
        Permissions = Permissions(entry),
        User = Environment.UserName,
        Group = Environment.UserName,
    };

    /// <summary>What folders measure differs from one file system to the next; this is the most common figure.</summary>
    private const long FolderSize = 4096;

    private static string Permissions(FileSystemInfo entry)
    {
        var mode = OperatingSystem.IsWindows() ? entry is DirectoryInfo ? 0x1ED : 0x1A4 : (int)entry.UnixFileMode;
        return Convert.ToString(mode, 8).PadLeft(4, '0');
    }
}
