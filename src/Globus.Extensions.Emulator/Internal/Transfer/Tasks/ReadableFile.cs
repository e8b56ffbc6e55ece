using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Microsoft.Win32.SafeHandles;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A file as it was found, open where its bytes are wanted: what happens to its path afterwards does not matter.</summary>
internal sealed class ReadableFile : IDisposable
{
    private ReadableFile(string fullPath, SafeFileHandle? handle, long length, DateTime lastWriteTimeUtc)
    {
        (FullPath, Handle, Length, LastWriteTimeUtc) = (fullPath, handle, length, lastWriteTimeUtc);
    }

    public string FullPath { get; }

    /// <summary>Nothing also for a file without length: it may be a pipe, which would never answer.</summary>
    public SafeFileHandle? Handle { get; }

    public long Length { get; }

    public DateTime LastWriteTimeUtc { get; }

    /// <summary>Looks at the file at a place and, if it is to be read, opens it.</summary>
    public static FileFault? Open(Place place, CollectionPath path, bool toRead, out ReadableFile? file)
    {
        file = null;
        var found = new FileInfo(place.FullPath);
        if (!found.Exists)
        {
            return Directory.Exists(place.FullPath) ? FileFault.IsADirectory(path.Text) : FileEntries.WhyMissing(place.FullPath, path);
        }

        if (found.Length == 0 || !toRead)
        {
            file = new ReadableFile(place.FullPath, null, found.Length, found.LastWriteTimeUtc);
            return null;
        }

        // Nobody is locked out: the folders belong to the developer.
        var handle = File.OpenHandle(place.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file = new ReadableFile(place.FullPath, handle, RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle));
        return null;
    }

    public void Dispose() => Handle?.Dispose();
}
