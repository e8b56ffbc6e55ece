using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>What the synchronous operations do in a folder. All give the reason why something could not be done, or nothing.</summary>
internal static class FileOperations
{
    public static FileFault? List(CollectionReach reach, CollectionPath path, bool showHidden, out IReadOnlyList<FileDocument> files, out Place place)
    {
        IReadOnlyList<FileDocument> found = [];
        Place folder = default;
        var fault = reach.Use(path, followLast: true, toWrite: false, located =>
        {
            folder = located;
            if (WhyNoFolder(located, path) is { } none)
            {
                return none;
            }

            found = ReadFolder(located, showHidden);
            return null;
        });
        (files, place) = (found, folder);
        return fault;
    }

    /// <summary>Looks whether a path leads to a folder.</summary>
    public static FileFault? FindFolder(CollectionReach reach, CollectionPath path) =>
        reach.Use(path, followLast: true, toWrite: false, place => WhyNoFolder(place, path));

    public static FileFault? Stat(CollectionReach reach, CollectionPath path, out FileDocument? file)
    {
        FileDocument? found = null;
        var fault = reach.Use(path, followLast: false, toWrite: false, place =>
        {
            found = FileEntries.Find(place.FullPath) is { } entry ? FileDocuments.Of(place, entry, path.IsRoot ? "/" : path.Name) : null;
            return found is null ? FileEntries.WhyMissing(place.FullPath, path) : null;
        });
        file = found;
        return fault;
    }

    public static FileFault? MakeFolder(CollectionReach reach, CollectionPath path) =>
        path.IsRoot ? FileFault.Exists(path.Text) : reach.Use(path, followLast: false, toWrite: true, place => Create(path, place, () =>
        {
            Directory.CreateDirectory(place.FullPath);
            return null;
        }));

    public static FileFault? Rename(CollectionReach reach, CollectionPath from, CollectionPath to) =>
        from.IsRoot ? FileFault.Denied(from.Text)
        : to.IsRoot ? FileFault.Exists(to.Text)
        : reach.Change(from, source => FileEntries.Find(source.FullPath) is { } entry
            ? reach.Change(to, target => Create(to, target, () => Move(entry, from, target)))
            : FileEntries.WhyMissing(source.FullPath, from));

    /// <summary>Makes a link; its target must lie in the collection, but need not be there.</summary>
    public static FileFault? Link(CollectionReach reach, CollectionPath path, string target) =>
        path.IsRoot ? FileFault.Exists(path.Text) : reach.Change(path, place => Create(path, place, () =>
        {
            if (LinkTexts.ToLocal(place, target) is not { } text)
            {
                return new FileFault(FaultCodes.InvalidSymlink, $"The target of the link '{path.Text}' is not in the collection.");
            }

            File.CreateSymbolicLink(place.FullPath, text);
            return null;
        }));

    /// <summary>
    /// A link that is moved keeps its text, and may lead out of the collection from its new place, as may the links in a folder. That is no harm:
    /// every use of a path follows links anew.
    /// </summary>
    private static FileFault? Move(FileSystemInfo entry, CollectionPath from, Place target)
    {
        if (entry is DirectoryInfo && RealPath.Contains(entry.FullName, target.FullPath))
        {
            return new FileFault(FaultCodes.InvalidPathName, $"'{from.Text}' cannot be moved into itself.");
        }

        FileEntries.Move(entry.FullName, target.FullPath);
        return null;
    }

    private static FileFault? WhyNoFolder(Place place, CollectionPath path) =>
        Directory.Exists(place.FullPath) ? null
        : File.Exists(place.FullPath) ? FileFault.NotADirectory(path.Text)
        : FileEntries.WhyMissing(place.FullPath, path);

    private static FileFault? Create(CollectionPath path, Place place, Func<FileFault?> create) =>
        FileEntries.Find(place.FullPath) is not null ? FileFault.Exists(path.Text)
        : !Directory.Exists(place.Parent().FullPath) ? FileEntries.WhyMissing(place.FullPath, path)
        : create();

    private static FileDocument[] ReadFolder(Place folder, bool showHidden) =>
    [
        .. FileEntries.In(folder.FullPath)
            .Where(entry => showHidden || !entry.Name.StartsWith('.'))
            .OrderBy(static entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => FileDocuments.Of(folder.Append(entry.Name), entry, entry.Name))
            .OfType<FileDocument>(),
    ];
}
