using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Files;

/// <summary>What is written into links, so that they lead to the same place of the collection and never out of it.</summary>
internal static class LinkTexts
{
    /// <summary>
    /// The text for a link at a place. A target that starts at the root of the collection becomes a relative one: on this machine the root is
    /// elsewhere. <see langword="null"/> if the target is outside.
    /// </summary>
    public static string? ToLocal(Place link, string target)
    {
        var folder = link.Parent().Names;
        if (target is ['/', ..] or "~" or ['~', '/', ..])
        {
            return CollectionPath.TryParse(target, out var path, out _) ? Between(folder, path.Names) : null;
        }

        string[] steps = target.Split('/');
        return steps.All(static name => name is ".." || CollectionPath.FindProblem(name) is null)
            && !target.Contains('\0')
            && PathResolver.Resolve(link.Root, [.. folder, .. steps], followLast: false, out _) == PathProblem.None ? target : null;
    }

    /// <summary>The way from one folder to a place: up as far as needed, then down.</summary>
    public static string Between(IReadOnlyList<string> folder, IReadOnlyList<string> target)
    {
        var common = folder.Zip(target).TakeWhile(static pair => pair.First == pair.Second).Count();
        string[] steps = [.. Enumerable.Repeat("..", folder.Count - common), .. target.Skip(common)];
        return steps.Length == 0 ? "." : string.Join('/', steps);
    }
}
