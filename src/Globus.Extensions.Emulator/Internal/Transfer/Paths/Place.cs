namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>Where a path leads once its links are followed; nothing need be there.</summary>
/// <param name="FullPath">The path on this machine.</param>
/// <param name="Names">The names from the root of the collection.</param>
internal readonly record struct Place(string FullPath, IReadOnlyList<string> Names)
{
    /// <summary>The path from the root of the collection with a slash at both ends, as access rules see it.</summary>
    public string FolderPath => Names.Count == 0 ? "/" : $"/{string.Join('/', Names)}/";
}
