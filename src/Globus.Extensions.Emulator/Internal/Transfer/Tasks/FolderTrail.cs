using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The way down to a folder that is copied, by where each step really was, to notice a circle of links.</summary>
/// <param name="FullPath">Where the folder is.</param>
/// <param name="Above">The one it was found in.</param>
internal sealed record FolderTrail(string FullPath, FolderTrail? Above)
{
    /// <summary>Whether the way has come through that folder.</summary>
    public bool Contains(string fullPath) => Any(step => RealPath.AreSame(step, fullPath));

    /// <summary>Whether that folder is in one of the way, or one of the way in that folder.</summary>
    public bool Overlaps(string fullPath) => Any(step => RealPath.Contains(step, fullPath) || RealPath.Contains(fullPath, step));

    private bool Any(Func<string, bool> matches)
    {
        for (var step = this; step is not null; step = step.Above)
        {
            if (matches(step.FullPath))
            {
                return true;
            }
        }

        return false;
    }
}
