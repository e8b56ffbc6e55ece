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

    /// <summary>Describes an entry of the folder with those names below the root.</summary>
    public static FileDocument Of(string root, IReadOnlyList<string> folder, FileSystemInfo entry, string name)
    {
        if (entry.LinkTarget is not { } target)
        {
            return Describe(entry, name);
        }

        var isValid = PathResolver.Resolve(root, [.. folder, entry.Name], followLast: true, out var place) == PathProblem.None
            && (Directory.Exists(place.FullPath) || System.IO.File.Exists(place.FullPath));
        FileSystemInfo? behind = !isValid ? null : Directory.Exists(place.FullPath) ? new DirectoryInfo(place.FullPath) : new FileInfo(place.FullPath);
        var described = behind is null ? new FileDocument { Name = name, Type = InvalidSymlink } : Describe(behind, name);
        return described with
        {
            LinkTarget = PathResolver.RelativeTo(root, target) is { } inside ? "/" + inside.Replace('\\', '/') : target,
            LinkSize = Encoding.UTF8.GetByteCount(target),
            LinkLastModified = Time(entry.LastWriteTimeUtc),
            LinkUser = Environment.UserName,
            LinkGroup = Environment.UserName,
        };
    }

    /// <summary>File times have a space where others have a T.</summary>
    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss+00:00", CultureInfo.InvariantCulture);

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
