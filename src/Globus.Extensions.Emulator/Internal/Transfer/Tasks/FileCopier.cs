using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Copies the bytes of one file, as fast as the line allows.</summary>
internal sealed class FileCopier(Bandwidth bandwidth)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Nobody is locked out: the folders belong to the developer.</summary>
    public static SafeFileHandle OpenToRead(string file) =>
        File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Copies what is there of a file with that length; one without length needs no handle.</summary>
    /// <returns>How many bytes went over.</returns>
    public async ValueTask<long> CopyAsync(TaskRun run, SafeFileHandle? input, string destination, long length, DateTime? lastWriteTimeUtc)
    {
        using var output = File.OpenHandle(destination, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var copied = input is null ? 0 : await CopyBytesAsync(run, input, output, length).ConfigureAwait(false);
        if (lastWriteTimeUtc is { } time)
        {
            File.SetLastWriteTimeUtc(output, time);
        }

        return copied;
    }

    private async ValueTask<long> CopyBytesAsync(TaskRun run, SafeFileHandle input, SafeFileHandle output, long length)
    {
        var size = bandwidth.IsLimited ? bandwidth.Piece : (int)Math.Min(length + 1, BufferSize);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            long offset = 0;
            for (int read; (read = RandomAccess.Read(input, buffer.AsSpan(0, size), offset)) > 0;)
            {
                if (bandwidth.IsLimited)
                {
                    await bandwidth.TakeAsync(read, run.Cancellation).ConfigureAwait(false);
                }

                await run.CheckpointAsync().ConfigureAwait(false);
                RandomAccess.Write(output, buffer.AsSpan(0, read), offset);
                offset += read;
                var bytes = read;
                run.Task.Change(progress => progress.BytesTransferred += bytes);
                if (read < size && offset >= length)
                {
                    // The end, without asking for it once more.
                    break;
                }
            }

            return offset;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
