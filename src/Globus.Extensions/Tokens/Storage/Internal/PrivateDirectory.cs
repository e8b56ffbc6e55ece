namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>Creates folders that only their owner can enter.</summary>
internal static class PrivateDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the folder and its missing parents. Folders that exist keep their mode.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // The access rights of the profile folder are inherited.
            Directory.CreateDirectory(path);
            return;
        }

        // One by one: given the whole path, .NET sets the mode of the last folder only.
        var missing = new Stack<string>();
        for (var folder = path; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Push(folder);
        }

        foreach (var folder in missing)
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
