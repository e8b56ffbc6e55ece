using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>Looks at what is at a path of this machine.</summary>
internal static class FileEntries
{
    /// <summary>The file, the folder or the link itself; <see langword="null"/> if nothing is there.</summary>
    public static FileSystemInfo? Find(string fullPath)
    {
        var file = new FileInfo(fullPath);
        if (PathResolver.LinkTarget(fullPath) is not null || file.Exists)
        {
            return file;
        }

        var folder = new DirectoryInfo(fullPath);
        return folder.Exists ? folder : null;
    }

    /// <summary>What is in a folder, without files that are still being copied.</summary>
    public static FileSystemInfo[] In(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(static entry => !PartialName.IsPartial(entry.Name))];

    /// <summary>
    /// Whether the name of an entry found in a folder is no text: what the system shows instead of it leads nowhere. Entries that have gone since do
    /// not lead anywhere either, but have a name.
    /// </summary>
    public static bool IsNameLost(FileSystemInfo entry) => entry.Name.Contains('\uFFFD') && !entry.Exists && entry.LinkTarget is null;

    /// <summary>Whether there is a folder at a path, and no link to one.</summary>
    public static bool IsFolder(FileSystemInfo? entry) => entry is DirectoryInfo && !IsLink(entry);

    /// <summary>Whether an entry of a folder is a link; its attributes are at hand, the text of a link is not.</summary>
    public static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Removes a file, an empty folder or a link itself; to Windows a link to a folder is a folder.</summary>
    public static void Remove(FileSystemInfo entry)
    {
        if (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Directory))
        {
            Directory.Delete(entry.FullName);
        }
        else
        {
            entry.Delete();
        }
    }

    /// <summary>Moves a file, a folder or a link to where nothing is. A link to a folder is moved as folders are, and is what it was afterwards.</summary>
    public static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to);
        }
    }

    /// <summary>Why nothing was found at a path: it is not there, or something that is no folder is in the way.</summary>
    public static FileFault WhyMissing(string fullPath, CollectionPath path)
    {
        var parent = Path.GetDirectoryName(fullPath);
        return parent is not null && File.Exists(parent) ? FileFault.NotADirectory(path.Parent().Text) : FileFault.NotFound(path.Text);
    }
}
