using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>
/// Where the files of collections are, and the folder for those that were given none: a temporary one, which goes when the emulator goes,
/// or with a state file the one beside it, which stays. Thread-safe.
/// </summary>
internal sealed class CollectionFolders(GlobusEmulatorOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private DirectoryInfo? _temporary;

    /// <summary>Looks for the folders given, before anything is started that would have to be stopped again.</summary>
    /// <exception cref="DirectoryNotFoundException">One of them does not exist.</exception>
    public static void RequireFolders(EmulatorSeed seed)
    {
        if (seed.Collections.FirstOrDefault(static seeded => seeded.Folder is not null && !Directory.Exists(seeded.Folder)) is { } missing)
        {
            throw new DirectoryNotFoundException(
                $"The folder '{Path.GetFullPath(missing.Folder!)}' of the collection '{missing.DisplayName}' does not exist.");
        }
    }

    /// <summary>
    /// The folder given, or one in our own with those files in it. One that is there already is left as it is: its files are what has become
    /// of them.
    /// </summary>
    public string Prepare(EmulatorCollection seeded)
    {
        if (seeded.Folder is { } folder)
        {
            return RealPath.Of(folder);
        }

        var root = Path.Combine(Own(), seeded.Id.ToString());
        if (Directory.Exists(root))
        {
            return root;
        }

        // Moved to its place as a whole, so that a crash leaves no folder with half of the files.
        var next = root + ".new";
        Directory.CreateDirectory(next);
        foreach (var (path, text) in seeded.Files)
        {
            if (CollectionPath.TryParse(path, out var parsed, out _))
            {
                var file = Path.Combine([next, .. parsed.Names]);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }
        }

        Directory.Move(next, root);
        return root;
    }

    /// <summary>
    /// The root of a collection's files. That of a guest collection is found in the host's folder each time, by the same rules as any path
    /// there.
    /// </summary>
    public static bool TryFindRoot(CollectionStore collections, Collection collection, [NotNullWhen(true)] out string? root)
    {
        root = collection.Folder;
        return root is not null
            || collection.IsGuest
                && collection.HostId is { } hostId
                && collections.TryFind(hostId, out var host)
                && host.Folder is { } folder
                && CollectionPath.TryParse(collection.HostPath ?? "/", out var path, out _)
                && PathResolver.Resolve(folder, path.Names, followLast: true, out var place) == PathProblem.None
                && Directory.Exists(root = place.FullPath);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_temporary is { } temporary)
            {
                TemporaryFolders.Remove(temporary);
                _temporary = null;
            }
        }
    }

    private string Own()
    {
        if (options.StateFile is { } state)
        {
            StateFile.CreateFolder(StateFile.FolderOf(state));
            return RealPath.Of(StateFile.FolderOf(state));
        }

        lock (_gate)
        {
            _temporary ??= new DirectoryInfo(RealPath.Of(Directory.CreateTempSubdirectory("globus-emulator-").FullName));
            return _temporary.FullName;
        }
    }
}
