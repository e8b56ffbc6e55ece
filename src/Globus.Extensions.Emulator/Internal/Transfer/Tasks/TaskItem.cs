namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>One item of a submission, with paths that are known to be good; a delete has only a source.</summary>
internal sealed record TaskItem(string SourcePath, string DestinationPath)
{
    /// <summary>Whether a folder is meant; <see langword="null"/> finds out.</summary>
    public bool? Recursive { get; init; }

    public string? ExternalChecksum { get; init; }

    public string? ChecksumAlgorithm { get; init; }

    /// <summary>Whether the link itself is meant and not what it leads to.</summary>
    public bool IsSymlink { get; init; }
}
