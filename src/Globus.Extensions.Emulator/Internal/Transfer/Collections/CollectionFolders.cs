using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Where the files of collections are, and the temporary folder, which goes when the emulator goes. Thread-safe.</summary>
internal sealed class CollectionFolders : IDisposable
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

    /// <summary>The folder given, or a new one in the temporary folder with those files in it.</summary>
    public string Prepare(EmulatorCollection seeded)
    {
        if (seeded.Folder is { } folder)
        {
            return RealPath.Of(folder);
        }

        var root = Path.Combine(Temporary().FullName, seeded.Id.ToString());
        Directory.CreateDirectory(root);
        foreach (var (path, text) in seeded.Files)
        {
            if (CollectionPath.TryParse(path, out var parsed, out _))
            {
                var file = Path.Combine([root, .. parsed.Names]);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }
        }

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

    private DirectoryInfo Temporary()
    {
        lock (_gate)
        {
            return _temporary ??= new DirectoryInfo(RealPath.Of(Directory.CreateTempSubdirectory("globus-emulator-").FullName));
        }
    }
}
