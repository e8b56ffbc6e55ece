namespace Globus.Extensions.Emulator.Internal.Transfer.Paths;

/// <summary>
/// Finds where the paths of one task or call lead. Those of neighbours have their folders in common: which of these are no links is remembered for
/// a moment, until somebody changes links by way of the emulator; else each file of a deep tree would cost as many looks as it has folders.
/// The last name is looked at each time.
/// </summary>
internal sealed class PathFinder(LinkLock links, TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private string _root = "";
    private IReadOnlyList<string> _plain = [];
    private long _changes = -1;
    private long _lookedAt;

    /// <summary>As <see cref="PathResolver.Resolve"/>; to be called while nobody changes links.</summary>
    public PathProblem Find(string root, IReadOnlyList<string> names, bool followLast, out Place place)
    {
        var isStale = _changes != links.Changes || _root != root || time.GetElapsedTime(_lookedAt) >= Moment;
        if (isStale)
        {
            (_root, _plain, _changes) = (root, [], links.Changes);
        }

        var checkedNames = followLast ? names.Count : names.Count - 1;
        for (var count = Math.Max(1, Math.Min(KnownOf(names) + 1, names.Count)); count <= checkedNames; count++)
        {
            if (PathResolver.LinkTarget(Path.Join(root, Path.Join([.. names.Take(count)]))) is not null)
            {
                return PathResolver.Resolve(root, names, followLast, out place);
            }
        }

        // The moment starts when all has been looked at: a deep path on a slow disk would be out of date already.
        _lookedAt = isStale ? time.GetTimestamp() : _lookedAt;
        _plain = followLast ? names : [.. names.SkipLast(1)];
        place = new Place(root, names);
        return PathProblem.None;
    }

    /// <summary>How many of the first names are known to be no links.</summary>
    private int KnownOf(IReadOnlyList<string> names)
    {
        var count = 0;
        while (count < _plain.Count && count < names.Count && _plain[count] == names[count])
        {
            count++;
        }

        return count;
    }
}
