using System.Buffers;
using Globus.Extensions;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>How much there is to copy. Globus itself tells only what it has come upon so far.</summary>
internal sealed record Total(long Files, long Bytes)
{
    /// <summary>Whoever copies more than this is not kept waiting for a number.</summary>
    private const int MaxEntries = 5_000;
    private const int MaxDirectories = 50;

    private static readonly SearchValues<char> Unwritable = SearchValues.Create("?[]/,:=!~<>");

    /// <summary>Looks at the source.</summary>
    /// <returns>What is in it, or <see langword="null"/> if that takes too long, or cannot be told.</returns>
    public static async Task<Total?> CountAsync(TransferClient transfer, Place source, IReadOnlyList<string> exclude, CancellationToken cancellationToken)
    {
        if (exclude.Any(static pattern => pattern.AsSpan().IndexOfAny(Unwritable) >= 0))
        {
            return null; // Filters of lists know fewer patterns than rules of transfers.
        }

        var filter = exclude.Aggregate(default(TransferFilter), static (all, pattern) => all.And(FileFields.Name.NotLike(pattern)));
        var options = new FileWalkOptions { SkipUnreadable = true, Listing = new FileListOptions { Filters = exclude.Count == 0 ? null : [filter] } };
        var (entries, directories, files, bytes) = (0, 0, 0L, 0L);
        try
        {
            await foreach (var entry in transfer.Files.WalkAsync(source.Collection, source.Path, options, cancellationToken))
            {
                directories += entry.File.Type == TransferFileType.Directory ? 1 : 0;
                if (++entries > MaxEntries || directories > MaxDirectories)
                {
                    return null;
                }

                if (entry.File.Type == TransferFileType.File && entry.File.LinkTarget is null)
                {
                    (files, bytes) = (files + 1, bytes + (entry.File.Size ?? 0));
                }
            }
        }
        catch (TransferApiException)
        {
            return null; // The bar does without; the transfer will say what is wrong.
        }

        return new Total(files, bytes);
    }

    /// <summary>The part that is done, 0 to 1: files that were there already take no bytes, and of a large one only bytes show.</summary>
    public double Part(TaskProgress progress)
    {
        var files = (progress.FilesTransferred + (progress.Task?.FilesSkipped ?? 0)) / (double)Math.Max(1, Files);
        var bytes = progress.BytesTransferred / (double)Math.Max(1, Bytes);
        return Math.Min(1, Math.Max(files, Files > 0 && Bytes > 0 ? bytes : 0));
    }
}
