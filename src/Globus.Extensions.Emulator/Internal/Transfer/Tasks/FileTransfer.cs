using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Microsoft.Win32.SafeHandles;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>
/// One file of a transfer: whether it has to be copied, the copy, and the checks after it. What may heal is tried again until the deadline, as
/// at Globus; the rest ends the task.
/// </summary>
internal sealed class FileTransfer(FileCopier copier)
{
    /// <summary>Copies the file if the sync level wants it.</summary>
    /// <param name="context">The transfer.</param>
    /// <param name="job">The file.</param>
    /// <param name="present">What is at the destination, if anything.</param>
    public async ValueTask<FileFault?> RunAsync(TransferContext context, FileJob job, FileInfo? present)
    {
        if (context.Task.TakeCopiedBefore(job.SourcePath.Text, job.DestinationPath.Text))
        {
            return null;
        }

        context.Task.Change(static progress => (progress.Files, progress.SubtasksTotal) = (progress.Files + 1, progress.SubtasksTotal + 1));
        while (true)
        {
            await context.Run.CheckpointAsync().ConfigureAwait(false);
            var fault = await TryAsync(context, job, present).ConfigureAwait(false);
            if (fault is null || !CanHeal(fault, context.Submission))
            {
                return fault;
            }

            await context.Run.RetryLaterAsync(fault).ConfigureAwait(false);
            job.Source.Refresh();
            present = new FileInfo(job.Destination);
            present = present.Exists ? present : null;
        }
    }

    private static bool CanHeal(FileFault fault, TaskSubmission submission) => fault.Code switch
    {
        FaultCodes.QuotaExceeded or FaultCodes.NoSpaceLeft => !submission.FailOnQuotaErrors,
        FaultCodes.EndpointError or FaultCodes.FileSizeChanged or FaultCodes.VerifyChecksum => true,
        _ => false,
    };

    private async ValueTask<FileFault?> TryAsync(TransferContext context, FileJob job, FileInfo? present)
    {
        if (job.Source.FullName == job.Destination)
        {
            return new FileFault(FaultCodes.InvalidPathName, $"'{job.SourcePath.Text}' cannot be copied onto itself.");
        }

        var isUpToDate = false;
        if (TransferContext.Guard(job.SourcePath, () => isUpToDate = IsUpToDate(context, job.Source, present)) is { } fault)
        {
            return Skip(context, job, fault);
        }

        if (isUpToDate)
        {
            context.Task.Change(static progress =>
                (progress.FilesSkipped, progress.SubtasksSucceeded) = (progress.FilesSkipped + 1, progress.SubtasksSucceeded + 1));
            return null;
        }

        fault = CheckExternally(context, job) ?? context.Quota.Take(job.Source.Length, present?.Length ?? 0);
        return fault ?? await OpenAndCopyAsync(context, job).ConfigureAwait(false);
    }

    private static FileFault? Skip(TransferContext context, FileJob job, FileFault fault)
    {
        if (context.Skip(fault, job.SourcePath, job.DestinationPath, job.Item) is { } stands)
        {
            return stands;
        }

        // It has been counted as found, and is counted as skipped instead.
        context.Task.Change(static progress => (progress.Files, progress.SubtasksTotal) = (progress.Files - 1, progress.SubtasksTotal - 1));
        return null;
    }

    /// <summary>0: it exists; 1: and is as long; 2: and not older; 3: and has the same checksum.</summary>
    private static bool IsUpToDate(TransferContext context, FileInfo source, FileInfo? present)
    {
        if (!source.Exists)
        {
            throw new FileNotFoundException();
        }

        return present is not null && context.Submission.SyncLevel is { } level && level switch
        {
            0 => true,
            1 => source.Length == present.Length,
            2 => source.LastWriteTimeUtc <= present.LastWriteTimeUtc,
            _ => source.Length == present.Length && Checksum(context, source.FullName, source.Length) == Checksum(context, present.FullName, present.Length),
        };
    }

    private static string Checksum(TransferContext context, string file, long length, string algorithm = Checksums.Default)
    {
        context.Task.Change(progress => progress.BytesChecksummed += length);
        return Checksums.Of(file, algorithm, context.Run.Cancellation);
    }

    private static FileFault? CheckExternally(TransferContext context, FileJob job)
    {
        if (job.Item.ExternalChecksum is not { } wanted)
        {
            return null;
        }

        var found = "";
        var algorithm = job.Item.ChecksumAlgorithm ?? Checksums.Default;
        return TransferContext.Guard(job.SourcePath, () => found = Checksum(context, job.Source.FullName, job.Source.Length, algorithm))
            ?? (found.Equals(wanted, StringComparison.OrdinalIgnoreCase)
                ? null
                : new FileFault(FaultCodes.ExternalChecksumMismatch, $"'{job.SourcePath.Text}' has the checksum {found}, not {wanted}."));
    }

    /// <summary>A file without length is not opened: it may be a pipe, which would never answer.</summary>
    private async ValueTask<FileFault?> OpenAndCopyAsync(TransferContext context, FileJob job)
    {
        SafeFileHandle? input = null;
        var fault = TransferContext.Guard(job.SourcePath, () => input = job.Source.Length > 0 ? FileCopier.OpenToRead(job.Source.FullName) : null);
        using (input)
        {
            return fault is null ? await CopyAsync(context, job, input).ConfigureAwait(false) : Skip(context, job, fault);
        }
    }

    private async ValueTask<FileFault?> CopyAsync(TransferContext context, FileJob job, SafeFileHandle? input)
    {
        var length = job.Source.Length;
        var before = context.Task.Read(static progress => progress.BytesTransferred);
        var (fault, checksum) = await CopyAndVerifyAsync(context, job, input, length).ConfigureAwait(false);
        if (fault is not null)
        {
            context.Task.Change(progress => progress.BytesTransferred = before);
            return fault;
        }

        context.Task.Add(
            new SuccessfulTransfer(job.SourcePath.Text, job.DestinationPath.Text, length, checksum, checksum is null ? null : Checksums.Default),
            static progress => (progress.FilesTransferred, progress.SubtasksSucceeded) = (progress.FilesTransferred + 1, progress.SubtasksSucceeded + 1));
        return null;
    }

    private async ValueTask<(FileFault? Fault, string? Checksum)> CopyAndVerifyAsync(
        TransferContext context, FileJob job, SafeFileHandle? input, long length)
    {
        try
        {
            var time = context.Submission.PreserveTimestamp ? job.Source.LastWriteTimeUtc : (DateTime?)null;
            var copied = await copier.CopyAsync(context.Run, input, job.Destination, length, time).ConfigureAwait(false);
            if (copied != length)
            {
                return (new FileFault(FaultCodes.FileSizeChanged, $"'{job.SourcePath.Text}' had {length} bytes and then {copied}."), null);
            }

            if (!context.Submission.VerifyChecksum)
            {
                return (null, null);
            }

            var original = Checksums.Of(job.Source.FullName, Checksums.Default, context.Run.Cancellation);
            return Checksum(context, job.Destination, length) == original
                ? (null, original)
                : (new FileFault(FaultCodes.VerifyChecksum, $"The copy of '{job.SourcePath.Text}' differs from it."), null);
        }
        catch (Exception exception) when (FileFault.IsOfFiles(exception))
        {
            return (FileFault.Of(exception, job.DestinationPath.Text), null);
        }
    }
}
