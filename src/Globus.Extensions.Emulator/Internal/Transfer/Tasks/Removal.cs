using Globus.Extensions.Emulator.Internal.Transfer.Files;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Removes things from folders; links are removed, never followed.</summary>
internal static class Removal
{
    public static void Remove(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo folder && !FileEntries.IsLink(entry))
        {
            folder.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }
}
