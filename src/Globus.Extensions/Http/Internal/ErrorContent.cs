using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>The body of an error, held in memory: its first part if it is enormous, what came of it if it broke off.</summary>
internal sealed class ErrorContent : HttpContent
{
    private ErrorContent(ReadOnlyMemory<byte> bytes, bool isClipped)
    {
        Bytes = bytes;
        IsClipped = isClipped;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether there was more than is held here.</summary>
    public bool IsClipped { get; }

    /// <summary>Reads a body; never fails for what the server sends.</summary>
    /// <param name="content">The body, which is disposed.</param>
    /// <param name="timeIsUp">Ends the reading: what came by then counts.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async ValueTask<ErrorContent> ReadAsync(HttpContent content, CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        var (bytes, complete) = await ApiErrorBodyReader.ReadAsync(content, timeIsUp, cancellationToken).ConfigureAwait(false);
        var result = new ErrorContent(bytes, !complete);
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            if (!string.Equals(name, "Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                result.Headers.TryAddWithoutValidation(name, values);
            }
        }

        content.Dispose();
        return result;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(Bytes, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }
}
