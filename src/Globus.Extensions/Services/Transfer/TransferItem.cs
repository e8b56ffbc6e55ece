using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// Something to copy. Of a directory, the contents go into the directory at the destination; of a file, the destination is the path of the
/// file itself, not of a directory. Missing parent directories are made.
/// </summary>
/// <param name="SourcePath">The path on the source.</param>
/// <param name="DestinationPath">The path on the destination.</param>
[JsonConverter(typeof(TransferItemConverter))]
public readonly record struct TransferItem(string SourcePath, string DestinationPath)
{
    /// <summary>Whether it is a directory, to be copied with all that is in it. Default: the service looks.</summary>
    public bool? Recursive { get; init; }

    /// <summary>Whether a symbolic link itself is copied instead of what it leads to. Not every collection supports it. Default: no.</summary>
    public bool IsSymlink { get; init; }

    /// <summary>The checksum that the file must have, if it is known. Not with directories.</summary>
    public string? ExternalChecksum { get; init; }

    /// <summary>How <see cref="ExternalChecksum"/> was taken. Default: MD5.</summary>
    public string? ChecksumAlgorithm { get; init; }
}
