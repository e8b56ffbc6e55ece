using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>A folder to be copied into another one.</summary>
/// <param name="Source">Where it is.</param>
/// <param name="Destination">Where its contents go.</param>
/// <param name="SourcePath">The path that led there.</param>
/// <param name="DestinationPath">The path that its contents get.</param>
/// <param name="Parent">The job that found it, to notice a circle of links.</param>
internal sealed record FolderJob(Place Source, Place Destination, CollectionPath SourcePath, CollectionPath DestinationPath, FolderJob? Parent)
{
    /// <summary>Whether a folder is being copied already, this one or one above it.</summary>
    public bool IsBelow(string fullPath)
    {
        for (var job = this; job is not null; job = job.Parent)
        {
            if (job.Source.FullPath == fullPath)
            {
                return true;
            }
        }

        return false;
    }
}
