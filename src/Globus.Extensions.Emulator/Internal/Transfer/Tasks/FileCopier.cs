using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Copies the bytes of one file, as fast as the line allows.</summary>
internal sealed class FileCopier(Bandwidth bandwidth)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Copies what is there of a file with that length, and no more than a piece of what it has grown by: that would never end.</summary>
    /// <returns>How many bytes went over.</returns>
    public async ValueTask<long> CopyAsync(TaskRun run, SafeFileHandle input, SafeFileHandle output, long length)
    {
        var size = bandwidth.IsLimited ? bandwidth.Piece : (int)Math.Min(length + 1, BufferSize);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            long offset = 0;
            for (int read; offset <= length && (read = RandomAccess.Read(input, buffer.AsSpan(0, size), offset)) > 0;)
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
