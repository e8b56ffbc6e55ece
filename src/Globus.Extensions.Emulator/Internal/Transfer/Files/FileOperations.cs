using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>What the synchronous operations do in a folder. All give the reason why something could not be done, or nothing.</summary>
internal static class FileOperations
{
    public static FileFault? List(CollectionReach reach, CollectionPath path, bool showHidden, out IReadOnlyList<FileDocument> files, out Place place)
    {
        files = [];
        if (reach.Locate(path, followLast: true, toWrite: false, out place) is { } fault)
        {
            return fault;
        }

        var folder = place;
        return Guard(path, () => Directory.Exists(folder.FullPath) ? null
            : File.Exists(folder.FullPath) ? FileFault.NotADirectory(path.Text)
            : FileEntries.WhyMissing(folder.FullPath, path)) ?? Guard(path, () => ReadFolder(reach.Root, folder, showHidden), out files);
    }

    public static FileFault? Stat(CollectionReach reach, CollectionPath path, out FileDocument? file)
    {
        file = null;
        if (reach.Locate(path, followLast: false, toWrite: false, out var place) is { } fault)
        {
            return fault;
        }

        return FileEntries.Find(place.FullPath) is not { } entry
            ? FileEntries.WhyMissing(place.FullPath, path)
            : Guard(path, () => FileDocuments.Of(reach.Root, [.. place.Names.SkipLast(1)], entry, path.IsRoot ? "/" : path.Name), out file);
    }

    public static FileFault? MakeFolder(CollectionReach reach, CollectionPath path) =>
        Create(reach, path, static (_, place) =>
        {
            Directory.CreateDirectory(place.FullPath);
            return null;
        });

    public static FileFault? Rename(CollectionReach reach, CollectionPath from, CollectionPath to)
    {
        if (from.IsRoot)
        {
            return FileFault.Denied(from.Text);
        }

        if (reach.Locate(from, followLast: false, toWrite: true, out var source) is { } fault)
        {
            return fault;
        }

        return FileEntries.Find(source.FullPath) is null
            ? FileEntries.WhyMissing(source.FullPath, from)
            : Create(reach, to, (_, target) =>
            {
                if (target.FullPath.StartsWith(source.FullPath + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    return new FileFault(FaultCodes.InvalidPathName, $"'{from.Text}' cannot be moved into itself.");
                }

                if (Directory.Exists(source.FullPath))
                {
                    Directory.Move(source.FullPath, target.FullPath);
                }
                else
                {
                    File.Move(source.FullPath, target.FullPath);
                }

                return null;
            });
    }

    /// <summary>Makes a link; its target must lie in the collection, but need not be there.</summary>
    public static FileFault? Link(CollectionReach reach, CollectionPath path, string target) =>
        Create(reach, path, (root, place) =>
        {
            if (LinkTexts.ToLocal(root, place, target) is not { } text)
            {
                return new FileFault(FaultCodes.InvalidSymlink, $"The target of the link '{path.Text}' is not in the collection.");
            }

            File.CreateSymbolicLink(place.FullPath, text);
            return null;
        });

    private static FileFault? Create(CollectionReach reach, CollectionPath path, Func<string, Place, FileFault?> create)
    {
        if (path.IsRoot)
        {
            return FileFault.Exists(path.Text);
        }

        if (reach.Locate(path, followLast: false, toWrite: true, out var place) is { } fault)
        {
            return fault;
        }

        return Guard(path, () =>
            FileEntries.Find(place.FullPath) is not null ? FileFault.Exists(path.Text)
            : !Directory.Exists(Path.GetDirectoryName(place.FullPath)) ? FileEntries.WhyMissing(place.FullPath, path)
            : create(reach.Root, place));
    }

    private static IReadOnlyList<FileDocument> ReadFolder(string root, Place folder, bool showHidden) =>
    [
        .. new DirectoryInfo(folder.FullPath).EnumerateFileSystemInfos()
            .Where(entry => showHidden || !entry.Name.StartsWith('.'))
            .OrderBy(static entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => FileDocuments.Of(root, folder.Names, entry, entry.Name)),
    ];

    private static FileFault? Guard(CollectionPath path, Func<FileFault?> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (FileFault.IsOfFiles(exception))
        {
            return FileFault.Of(exception, path.Text);
        }
    }

    private static FileFault? Guard<T>(CollectionPath path, Func<T> work, out T result)
    {
        try
        {
            result = work();
            return null;
        }
        catch (Exception exception) when (FileFault.IsOfFiles(exception))
        {
            result = default!;
            return FileFault.Of(exception, path.Text);
        }
    }
}
