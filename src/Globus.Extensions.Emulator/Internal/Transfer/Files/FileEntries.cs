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

    /// <summary>Whether an entry of a folder is a link; its attributes are at hand, the text of a link is not.</summary>
    public static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Why nothing was found at a path: it is not there, or something that is no folder is in the way.</summary>
    public static FileFault WhyMissing(string fullPath, CollectionPath path)
    {
        var parent = Path.GetDirectoryName(fullPath);
        return parent is not null && File.Exists(parent) ? FileFault.NotADirectory(path.Parent().Text) : FileFault.NotFound(path.Text);
    }
}
