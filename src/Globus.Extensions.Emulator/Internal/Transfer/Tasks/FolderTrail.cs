using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The way down to a folder that is copied, by where each step really was, to notice a circle of links.</summary>
/// <param name="FullPath">Where the folder is.</param>
/// <param name="Above">The one it was found in.</param>
internal sealed record FolderTrail(string FullPath, FolderTrail? Above)
{
    /// <summary>Whether the way has come through that folder.</summary>
    public bool Contains(string fullPath)
    {
        for (var step = this; step is not null; step = step.Above)
        {
            if (RealPath.AreSame(step.FullPath, fullPath))
            {
                return true;
            }
        }

        return false;
    }
}
