namespace Globus.Extensions.Services.Transfer;

/// <summary>An entry that a walk came upon.</summary>
/// <param name="Directory">The directory that it is in, ending with a slash.</param>
/// <param name="Depth">How many levels below the beginning that directory is: 0 for the first one.</param>
/// <param name="File">The entry.</param>
public sealed record WalkedFile(string Directory, int Depth, TransferFile File)
{
    /// <summary>The path of the entry; of a directory, without a slash at its end.</summary>
    public string Path => Directory + File.Name;
}
