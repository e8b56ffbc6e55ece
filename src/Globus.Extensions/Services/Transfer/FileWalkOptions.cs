namespace Globus.Extensions.Services.Transfer;

/// <summary>How far <see cref="FileOperations.WalkAsync"/> goes.</summary>
public sealed record FileWalkOptions
{
    /// <summary>How many levels of directories to read; 1 reads the first one only. Default: 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many directories may wait to be read, which bounds the memory. More end the walk by an exception. Default: 1,000,000.</summary>
    public int MaxPendingDirectories { get; init; } = 1_000_000;

    /// <summary>How each directory is listed. A filter that leaves directories out keeps the walk from going into them.</summary>
    public FileListOptions? Listing { get; init; }

    /// <summary>Whether directories that cannot be listed (forbidden, or gone meanwhile) are passed over. Default: they end the walk.</summary>
    public bool SkipUnreadable { get; init; }
}
