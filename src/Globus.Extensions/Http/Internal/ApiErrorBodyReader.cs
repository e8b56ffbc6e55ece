using System.Buffers;

namespace Globus.Extensions.Http.Internal;

/// <summary>Reads the body of an error response as far as it is of use and can be had.</summary>
internal static class ApiErrorBodyReader
{
    /// <summary>The most that is read, in bytes. Globus's error documents have some hundred; proxies send pages of HTML.</summary>
    public const int Limit = 256 * 1024;

    /// <summary>Reads until the end, <see cref="Limit"/> or a failure; only the caller's own cancellation is an exception.</summary>
    /// <returns>The bytes, and whether the body ended after them.</returns>
    public static Task<(ReadOnlyMemory<byte> Bytes, bool Complete)> ReadAsync(HttpContent content, CancellationToken cancellationToken) =>
        ReadAsync(content, cancellationToken, cancellationToken);

    /// <summary>Reads until the end, <see cref="Limit"/>, a failure or the end of the time; only the caller's own cancellation is an exception.</summary>
    /// <param name="content">The body.</param>
    /// <param name="timeIsUp">Ends the reading: what came by then counts.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The bytes, and whether the body ended after them.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool Complete)> ReadAsync(
        HttpContent content, CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        if (content is ErrorContent buffered)
        {
            return (buffered.Bytes, !buffered.IsClipped);
        }

        var bytes = new ArrayBufferWriter<byte>();
        try
        {
            var stream = await content.ReadAsStreamAsync(timeIsUp).ConfigureAwait(false);
            while (bytes.WrittenCount < Limit)
            {
                var free = bytes.GetMemory(4096);
                free = free[..Math.Min(free.Length, Limit - bytes.WrittenCount)];
                var read = await stream.ReadAsync(free, timeIsUp).ConfigureAwait(false);
                if (read == 0)
                {
                    return (bytes.WrittenMemory, true);
                }

                bytes.Advance(read);
            }

            var rest = await stream.ReadAsync(new byte[1], timeIsUp).ConfigureAwait(false);
            return (bytes.WrittenMemory, rest == 0);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The connection broke, the compression is wrong, or somebody has read the content before. The status is the news,
            // the body only its comment: go on with what came.
            return (bytes.WrittenMemory, false);
        }
    }
}
