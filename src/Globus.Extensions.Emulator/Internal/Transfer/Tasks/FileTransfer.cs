using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// One file of a transfer: whether it has to be copied, the copy, and the checks before it takes its place. What may heal is tried again until
/// the deadline, as at Globus; the rest ends the task.
/// </summary>
internal sealed class FileTransfer(FileCopier copier, GlobusEmulatorOptions options)
{
    private const int ByChecksum = 3;

    /// <summary>Copies the file if the sync level wants it. That is decided once: an attempt that fails does not make it less needed.</summary>
    public async ValueTask<FileFault?> RunAsync(TransferContext context, FileJob job)
    {
        var isLost = false;
        if (context.Task.TryTakeCopiedBefore(job.SourcePath.Text, job.DestinationPath.Text, out var copied))
        {
            if (IsInPlace(context, job, copied))
            {
                return null;
            }

            context.Task.TakeBack(copied);
            isLost = true; // Whatever the sync level finds in its place, it is not what was copied.
        }

        context.Task.Change(static progress => (progress.Files, progress.SubtasksTotal) = (progress.Files + 1, progress.SubtasksTotal + 1));
        var isNeeded = true;
        var fault = !isLost && context.Submission.SyncLevel is { } level
            ? await UntilHealedAsync(context, () => new(Decide(context, job, level, out isNeeded))).ConfigureAwait(false)
            : null;
        return fault is null && isNeeded
            ? await UntilHealedAsync(context, () => OpenAndCopyAsync(context, job)).ConfigureAwait(false)
            : fault;
    }

    /// <summary>Whether a file that was copied before a stop is still there, at least by its size: a crash of the machine may have taken it.</summary>
    private static bool IsInPlace(TransferContext context, FileJob job, SuccessfulTransfer copied)
    {
        var isInPlace = false;
        _ = context.Destination.Use(job.DestinationPath, followLast: true, toWrite: true, place =>
        {
            isInPlace = new FileInfo(place.FullPath) is { Exists: true } file && file.Length == copied.Size;
            return null;
        });
        return isInPlace;
    }

    private static async ValueTask<FileFault?> UntilHealedAsync(TransferContext context, Func<ValueTask<FileFault?>> attempt)
    {
        while (true)
        {
            await context.Run.CheckpointAsync().ConfigureAwait(false);
            var fault = await attempt().ConfigureAwait(false);
            if (fault is null || !CanHeal(fault, context.Submission))
            {
                return fault;
            }

            await context.Run.RetryLaterAsync(fault).ConfigureAwait(false);
        }
    }

    private static bool CanHeal(FileFault fault, TaskSubmission submission) => !fault.IsFinal && fault.Code switch
    {
        FaultCodes.QuotaExceeded or FaultCodes.NoSpaceLeft => !submission.FailOnQuotaErrors,
        FaultCodes.EndpointError or FaultCodes.FileSizeChanged or FaultCodes.VerifyChecksum => true,
        _ => false,
    };

    private static FileFault? OpenSource(TransferContext context, FileJob job, bool toRead, out ReadableFile? source)
    {
        ReadableFile? opened = null;
        var fault = context.Source.Use(
            job.SourcePath, followLast: true, toWrite: false, place => ReadableFile.Open(place, job.SourcePath, toRead, out opened));
        source = opened;
        return fault;
    }

    /// <summary>Leaves the file out if its fault may be skipped: it has been counted as found, and is counted as skipped instead.</summary>
    private static FileFault? Skip(TransferContext context, FileJob job, FileFault fault)
    {
        if (context.Skip(fault, job.SourcePath, job.DestinationPath, job.Item) is { } stands)
        {
            return stands;
        }

        context.Task.Change(static progress => (progress.Files, progress.SubtasksTotal) = (progress.Files - 1, progress.SubtasksTotal - 1));
        return null;
    }

    private static FileFault? Decide(TransferContext context, FileJob job, int level, out bool isNeeded)
    {
        isNeeded = false;
        var unreadable = OpenSource(context, job, toRead: level == ByChecksum, out var source);
        using (source)
        {
            return source is null ? Skip(context, job, unreadable!) : Compare(context, job, level, source, out isNeeded);
        }
    }

    private static FileFault? Compare(TransferContext context, FileJob job, int level, ReadableFile source, out bool isNeeded)
    {
        ReadableFile? present = null;
        var isUpToDate = false;
        var fault = context.Destination.Use(job.DestinationPath, followLast: true, toWrite: true, place =>
            File.Exists(place.FullPath) ? ReadableFile.Open(place, job.DestinationPath, toRead: level == ByChecksum, out present) : null);
        using (present)
        {
            fault ??= TransferContext.Guard(
                job.DestinationPath, () => isUpToDate = present is not null && IsUpToDate(context, source, present, level));
        }

        if (isUpToDate)
        {
            context.Task.Change(static progress =>
                (progress.FilesSkipped, progress.SubtasksSucceeded) = (progress.FilesSkipped + 1, progress.SubtasksSucceeded + 1));
        }

        isNeeded = !isUpToDate;
        return fault;
    }

    /// <summary>0: it exists; 1: and is as long; 2: and not older; 3: and has the same checksum.</summary>
    private static bool IsUpToDate(TransferContext context, ReadableFile source, ReadableFile present, int level) => level switch
    {
        0 => true,
        1 => source.Length == present.Length,
        2 => source.LastWriteTimeUtc <= present.LastWriteTimeUtc,
        _ => source.Length == present.Length && Checksum(context, source) == Checksum(context, present),
    };

    private static string Checksum(TransferContext context, ReadableFile file, string algorithm = Checksums.Default)
    {
        context.Task.Change(progress => progress.BytesChecksummed += file.Length);
        return Checksums.Of(file.Handle, file.Length, algorithm, context.Run.Cancellation);
    }

    private async ValueTask<FileFault?> OpenAndCopyAsync(TransferContext context, FileJob job)
    {
        var unreadable = OpenSource(context, job, toRead: true, out var source);
        using (source)
        {
            return source is null ? Skip(context, job, unreadable!)
                : CheckExternally(context, job, source) ?? await CopyAsync(context, job, source).ConfigureAwait(false);
        }
    }

    private static FileFault? CheckExternally(TransferContext context, FileJob job, ReadableFile source)
    {
        if (job.Item.ExternalChecksum is not { } wanted)
        {
            return null;
        }

        var found = "";
        var algorithm = job.Item.ChecksumAlgorithm ?? Checksums.Default;
        return TransferContext.Guard(job.SourcePath, () => found = Checksum(context, source, algorithm))
            ?? (found.Equals(wanted, StringComparison.OrdinalIgnoreCase)
                ? null
                : new FileFault(FaultCodes.ExternalChecksumMismatch, $"'{job.SourcePath.Text}' has the checksum {found}, not {wanted}."));
    }

    private async ValueTask<FileFault?> CopyAsync(TransferContext context, FileJob job, ReadableFile source)
    {
        var before = context.Task.Read(static progress => progress.BytesTransferred);
        PartialFile? copy = null;
        string? checksum = null;
        var fault = context.Destination.Use(
            job.DestinationPath, followLast: true, toWrite: true, place => Begin(context, job, source, place, out copy));
        using (copy)
        {
            if (copy is not null)
            {
                (fault, checksum) = await CopyAndVerifyAsync(context, job, source, copy).ConfigureAwait(false);
                fault ??= context.Destination.Use(job.DestinationPath, followLast: true, toWrite: true, place =>
                {
                    // Whoever has cancelled the task finds what was there before.
                    context.Run.Cancellation.ThrowIfCancellationRequested();
                    return copy.MoveTo(place, job.DestinationPath);
                });
            }
        }

        if (fault is not null)
        {
            context.Quota.Forget();
            context.Task.Change(progress => progress.BytesTransferred = before);
            return fault;
        }

        context.Task.Add(
            new SuccessfulTransfer(job.SourcePath.Text, job.DestinationPath.Text, source.Length, checksum, checksum is null ? null : Checksums.Default),
            static progress => (progress.FilesTransferred, progress.SubtasksSucceeded) = (progress.FilesTransferred + 1, progress.SubtasksSucceeded + 1));
        context.Run.NoteProgress();
        return null;
    }

    private static FileFault? Begin(TransferContext context, FileJob job, ReadableFile source, Place place, out PartialFile? copy)
    {
        copy = null;
        if (RealPath.AreSame(source.FullPath, place.FullPath))
        {
            return new FileFault(FaultCodes.InvalidPathName, $"'{job.SourcePath.Text}' cannot be copied onto itself.");
        }

        if (Directory.Exists(place.FullPath))
        {
            return FileFault.IsADirectory(job.DestinationPath.Text);
        }

        return context.Quota.Take(place, source.Length) ?? PartialFile.Create(place, job.DestinationPath, context.Task.Id, out copy);
    }

    private async ValueTask<(FileFault? Fault, string? Checksum)> CopyAndVerifyAsync(
        TransferContext context, FileJob job, ReadableFile source, PartialFile copy)
    {
        try
        {
            var copied = source.Handle is null ? 0 : await copier.CopyAsync(context.Run, source.Handle, copy.Handle, source.Length).ConfigureAwait(false);
            if (copied != source.Length)
            {
                return (new FileFault(FaultCodes.FileSizeChanged, $"'{job.SourcePath.Text}' had {source.Length} bytes and then {copied}."), null);
            }

            if (context.Submission.PreserveTimestamp)
            {
                File.SetLastWriteTimeUtc(copy.Handle, source.LastWriteTimeUtc);
            }

            if (options.StateFile is not null)
            {
                RandomAccess.FlushToDisk(copy.Handle); // The state will say that it is there.
            }

            if (!context.Submission.VerifyChecksum)
            {
                return (null, null);
            }

            var original = Checksum(context, source);
            return Checksums.Of(copy.Handle, copied, Checksums.Default, context.Run.Cancellation) == original
                ? (null, original)
                : (new FileFault(FaultCodes.VerifyChecksum, $"The copy of '{job.SourcePath.Text}' differs from it."), null);
        }
        catch (Exception exception) when (FileFault.IsOfFiles(exception))
        {
            return (FileFault.Of(exception, job.DestinationPath.Text), null);
        }
    }
}
