namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>
/// The state file on the disk, and the folder beside it for the files of collections that have no folder of their own. Both are for their
/// owner only, and for one emulator at a time.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly FileStream _lock;

    /// <summary>Takes the file for this emulator.</summary>
    /// <exception cref="IOException">Another emulator has it, or there can be no folder beside it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    public StateFile(string path)
    {
        _path = Path.GetFullPath(path);
        var folder = FolderOf(path);
        CreateFolder(folder);
        try
        {
            _lock = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"The state file '{path}' is in use by another emulator. Stop that one, or name another file. ({exception.Message})", exception);
        }
    }

    /// <summary>Where the collections' files are kept: beside the state, as the one is worth nothing without the other.</summary>
    public static string FolderOf(string path) => Path.GetFullPath(path) + ".files";

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>What is in the file; <see langword="null"/> if there is none yet.</summary>
    public byte[]? Read() => File.Exists(_path) ? File.ReadAllBytes(_path) : null;

    /// <summary>Replaces the file in one step: whoever looks, after whatever crash, finds the old one or the new one, whole.</summary>
    public void Write(ReadOnlyMemory<byte> json)
    {
        var next = _path + ".new";
        File.Delete(next); // Left behind by a crash, perhaps open to others.
        try
        {
            using (var stream = new FileStream(next, NewForOwner()))
            {
                stream.Write(json.Span);
                stream.Flush(flushToDisk: true);
            }

            File.Move(next, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(next); // It may be what fills the disk.
            throw;
        }
    }

    /// <summary>Deletes the file, and all in the folder beside it but what says whose it is.</summary>
    public void Discard()
    {
        File.Delete(_path);
        foreach (var entry in new DirectoryInfo(Path.GetDirectoryName(_lock.Name)!).EnumerateFileSystemInfos().Where(entry => entry.FullName != _lock.Name))
        {
            if (entry is DirectoryInfo { LinkTarget: null } folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>A new file that nobody else may read, from its first byte on.</summary>
    public static FileStreamOptions NewForOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
