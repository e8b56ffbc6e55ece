namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>
/// Follows links by itself, step by step, so that none leads out of the root: the system would follow them anywhere. What it finds is true when
/// it looks: paths are therefore looked up whenever they are used, not once for a task, and links that clients make or move by way of the
/// emulator wait meanwhile (<see cref="LinkLock"/>). What is left is another program that has access to the folder and swaps a folder for a link, or
/// a file for a pipe, between the look and the use, which is a moment (<see cref="PathFinder"/>). Only opening each folder below the one before
/// (<c>openat</c> with <c>O_NOFOLLOW</c>), which .NET does not offer, would close that.
/// </summary>
internal static class PathResolver
{
    private const int MaxLinks = 40;
    private static readonly char[] Separators = OperatingSystem.IsWindows() ? ['/', '\\'] : ['/'];

    /// <summary>Finds where the names lead from the root.</summary>
    /// <param name="root">The folder of the collection, without links in its own path.</param>
    /// <param name="names">The names from there.</param>
    /// <param name="followLast">Whether a link at the end is followed, too, or meant itself.</param>
    /// <param name="place">Where it leads.</param>
    public static PathProblem Resolve(string root, IReadOnlyList<string> names, bool followLast, out Place place)
    {
        place = default;
        var rest = new Stack<string>(names.Reverse());
        var done = new List<string>();
        var links = 0;
        while (rest.TryPop(out var name))
        {
            if (name is "" or ".")
            {
                continue;
            }

            if (name == "..")
            {
                // Only the text of a link has these. What is done holds no links, so that the last name's parent is its real one.
                if (done.Count == 0)
                {
                    return PathProblem.Outside;
                }

                done.RemoveAt(done.Count - 1);
                continue;
            }

            var target = followLast || rest.Count > 0 ? LinkTarget(Path.Join(root, Path.Join([.. done, name]))) : null;
            if (target is null)
            {
                done.Add(name);
                continue;
            }

            if (++links > MaxLinks)
            {
                return PathProblem.TooManyLinks;
            }

            if (Path.IsPathRooted(target))
            {
                if (RelativeTo(root, target) is not { } inside)
                {
                    return PathProblem.Outside;
                }

                done.Clear();
                target = inside;
            }

            foreach (var step in Split(target).Reverse())
            {
                rest.Push(step);
            }
        }

        place = new Place(root, done);
        return PathProblem.None;
    }

    /// <summary>The part of a full path below the root, <see langword="null"/> if it is elsewhere.</summary>
    public static string? RelativeTo(string root, string fullPath)
    {
        var prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return fullPath.StartsWith(prefix, RealPath.Comparison) ? fullPath[prefix.Length..]
            : Path.TrimEndingDirectorySeparator(fullPath).Equals(root, RealPath.Comparison) ? ""
            : null;
    }

    /// <summary>The steps in the text of a link.</summary>
    public static string[] Split(string target) => target.Split(Separators);

    /// <summary>Where a link leads; <see langword="null"/> for what is no link, or not there.</summary>
    public static string? LinkTarget(string fullPath)
    {
        try
        {
            return new FileInfo(fullPath).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at is no link to follow; whoever opens it will learn the reason.
            return null;
        }
    }
}
