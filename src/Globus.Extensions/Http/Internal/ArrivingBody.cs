using System.Buffers;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// The body of an answer while it arrives: read once, from its beginning to its end, and no further than <see cref="AnswerBody.Limit"/>. Its first
/// part is kept, to be shown if what came cannot be read.
/// </summary>
internal sealed class ArrivingBody(Stream network) : Stream
{
    private byte[] _kept = ArrayPool<byte>.Shared.Rent(ApiErrorBodyReader.Limit);
    private long _length;

    /// <summary>What came first. Not to be read after the body is disposed.</summary>
    public ReadOnlySpan<byte> Beginning => _kept.AsSpan(0, (int)Math.Min(_length, ApiErrorBodyReader.Limit));

    /// <summary>Whether more came than is kept.</summary>
    public bool IsClipped => _length > ApiErrorBodyReader.Limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await network.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_length < ApiErrorBodyReader.Limit)
        {
            var room = _kept.AsSpan((int)_length, ApiErrorBodyReader.Limit - (int)_length);
            buffer.Span[..Math.Min(read, room.Length)].CopyTo(room);
        }

        _length += read;
        return _length <= AnswerBody.Limit
            ? read
            : throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is larger than {AnswerBody.Limit} bytes.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers are read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _kept, []) is { Length: > 0 } kept)
        {
            _length = 0;
            ArrayPool<byte>.Shared.Return(kept);
        }

        base.Dispose(disposing);
    }
}
