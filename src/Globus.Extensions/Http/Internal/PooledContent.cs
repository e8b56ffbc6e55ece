using System.Buffers;
using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// A body in arrays of the pool, for requests and pages of any size: it has a length, and can be sent or read again. The arrays go back once it
/// is disposed and no sending reads them any more.
/// </summary>
internal sealed class PooledContent : HttpContent, IBufferWriter<byte>
{
    private const int SmallestChunk = 4 * 1024;
    private const int LargestChunk = 1024 * 1024;

    private readonly List<(byte[] Array, int Length)> _full = [];
    private byte[] _current = [];
    private int _used;
    private long _length;
    private int _users = 1; // The owner, until it disposes the content, and every sending.
    private bool _isDisposed;

    /// <summary>Reads the body of an answer to its end.</summary>
    /// <exception cref="HttpRequestException">It breaks off, or is too large.</exception>
    public static async Task<PooledContent> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var copy = new PooledContent();
        try
        {
            using (content)
            {
                foreach (var (name, values) in content.Headers.NonValidated)
                {
                    copy.Headers.TryAddWithoutValidation(name, values);
                }

                // With one byte more than it should need, the end is found without another array.
                var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                var room = copy.Room((int)Math.Min(content.Headers.ContentLength + 1 ?? 0, limit));
                int read;
                while ((read = await stream.ReadAsync(room, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    copy.Advance(read);
                    room = copy._length <= limit
                        ? copy.Room(1)
                        : throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is larger than {limit} bytes.");
                }
            }

            return copy;
        }
        catch (IOException exception)
        {
            copy.Dispose();
            throw new HttpRequestException((exception as HttpIOException)?.HttpRequestError ?? HttpRequestError.ResponseEnded, "The answer broke off.", exception);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>The body, if it stands in one piece. Not to be read after the content is disposed.</summary>
    public bool TryGetBytes(out ReadOnlyMemory<byte> bytes)
    {
        bytes = _current.AsMemory(0, _used);
        return _full.Count == 0;
    }

    public void Advance(int count)
    {
        _used += count;
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).Span;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            foreach (var (array, length) in _full)
            {
                await stream.WriteAsync(array.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            }

            await stream.WriteAsync(_current.AsMemory(0, _used), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            Leave();
        }

        base.Dispose(disposing);
    }

    private Memory<byte> Room(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_current.Length - _used < wanted)
        {
            if (_used > 0)
            {
                _full.Add((_current, _used));
            }
            else if (_current.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_current);
            }

            _current = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, Math.Clamp(_current.Length * 2, SmallestChunk, LargestChunk)));
            _used = 0;
        }

        return _current.AsMemory(_used);
    }

    private void Enter()
    {
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            ObjectDisposedException.ThrowIf(users == 0, this);
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) > 0)
        {
            return;
        }

        foreach (var (array, _) in _full)
        {
            ArrayPool<byte>.Shared.Return(array);
        }

        _full.Clear();
        if (_current.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_current);
        }

        _current = [];
        _used = 0;
    }
}
