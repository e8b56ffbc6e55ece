namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Takes away what the emulator has made for itself.</summary>
internal static class TemporaryFolders
{
    /// <summary>
    /// Removes the folder with all in it. That somebody still has a file open there, or has taken a folder's permissions away, must not keep
    /// the emulator from stopping; the system cleans such folders up.
    /// </summary>
    public static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system's turn.
        }
    }
}
