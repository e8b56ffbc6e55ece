using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Microsoft.Win32.SafeHandles;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// A file that is being copied: beside the one it will replace, under a name of its own, until it is whole. Whatever happens before leaves the
/// other one as it was, and nothing of this one.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Permissions = AnyWrite
        | UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead
        | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string _fullPath;
    private bool _isInPlace;

    private PartialFile(string fullPath)
    {
        _fullPath = fullPath;
        Handle = File.OpenHandle(fullPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
    }

    public SafeFileHandle Handle { get; }

    /// <summary>
    /// Starts a file that is to come to a place. It is as if the bytes went into the file that is there: its permissions stay, and if nobody may
    /// write to it, it is left alone.
    /// </summary>
    public static FileFault? Create(Place place, CollectionPath path, Guid task, out PartialFile? copy)
    {
        copy = null;
        var present = new FileInfo(place.FullPath);
        if (present.Exists && IsLocked(present))
        {
            return new FileFault(FaultCodes.PermissionDenied, $"Nobody may write to '{path.Text}'.");
        }

        var opened = Open(PartialName.PathIn(place.Parent(), task));
        try
        {
            opened.TakePermissions(present);
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        copy = opened;
        return null;
    }

    /// <summary>Removes what a crash may have left in a folder when the task worked there.</summary>
    public static void Clear(Place folder, Guid task) => File.Delete(PartialName.PathIn(folder, task));

    /// <summary>Puts the file into its place, whatever file is there.</summary>
    public FileFault? MoveTo(Place place, CollectionPath path)
    {
        try
        {
            File.Move(_fullPath, place.FullPath, overwrite: true);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileFault(FaultCodes.FileNotFound, $"The folder of '{path.Text}' has gone while the file was copied.");
        }

        _isInPlace = true;
        return null;
    }

    public void Dispose()
    {
        using (Handle)
        {
            if (!_isInPlace)
            {
                Remove();
            }
        }
    }

    private static bool IsLocked(FileInfo present) =>
        OperatingSystem.IsWindows() ? present.IsReadOnly : (present.UnixFileMode & AnyWrite) == UnixFileMode.None;

    private static PartialFile Open(string fullPath)
    {
        try
        {
            return new PartialFile(fullPath);
        }
        catch (IOException) when (File.Exists(fullPath))
        {
            // A crash has left it.
            File.Delete(fullPath);
            return new PartialFile(fullPath);
        }
    }

    /// <summary>
    /// Before there are bytes, so that nobody sees more of them here than there. Bits that let a program run as its owner go, as they do whenever a
    /// file is written to.
    /// </summary>
    private void TakePermissions(FileInfo present)
    {
        if (OperatingSystem.IsWindows() || !present.Exists)
        {
            return;
        }

        var permissions = present.UnixFileMode & Permissions;
        if (File.GetUnixFileMode(Handle) != permissions)
        {
            // Not asked of file systems that know no modes and refuse to change them.
            File.SetUnixFileMode(Handle, permissions);
        }
    }

    /// <summary>
    /// The folder may have been renamed meanwhile, and something else be at its path. Linux knows where an open file is; elsewhere the half file
    /// stays where it is then.
    /// </summary>
    [SuppressMessage("Major Code Smell", "S3869", Justification = "The handle is open, this is its only user, and the number is only a name for a look.")]
    private void Remove()
    {
        var link = OperatingSystem.IsLinux() ? PathResolver.LinkTarget($"/proc/self/fd/{Handle.DangerousGetHandle()}") : null;
        try
        {
            File.Delete(link ?? _fullPath);
        }
        catch (Exception exception) when (FileFault.IsOfFiles(exception))
        {
            // Somebody has taken the folder away; what is left there is seen by nobody.
        }
    }
}
