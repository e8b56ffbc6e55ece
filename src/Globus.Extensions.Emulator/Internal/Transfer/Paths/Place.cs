namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>
/// Where a path leads once its links are followed; nothing need be there. It holds for the moment: whoever waits has to look again, since a
/// folder may have become a link meanwhile.
/// </summary>
/// <param name="Root">The root of the collection on this machine, without links in its path.</param>
/// <param name="Names">The names from there.</param>
internal readonly record struct Place(string Root, IReadOnlyList<string> Names)
{
    /// <summary>The path on this machine.</summary>
    public string FullPath { get; } = Names.Count == 0 ? Root : Path.Join(Root, Path.Join([.. Names]));

    public bool IsRoot => Names.Count == 0;

    /// <summary>The folder that it is in.</summary>
    public Place Parent() => new(Root, [.. Names.SkipLast(1)]);

    public Place Append(string name) => new(Root, [.. Names, name]);

    /// <summary>The path from the root of the collection with a slash at both ends, as access rules see it.</summary>
    public string FolderPath => FolderPathOf(Names);

    public static string FolderPathOf(IReadOnlyList<string> names) => names.Count == 0 ? "/" : $"/{string.Join('/', names)}/";
}
