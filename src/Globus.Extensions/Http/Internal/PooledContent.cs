using System.Buffers;
using System.Net;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// A request body in arrays of the pool, for requests of any size: it has a length, and can be sent again. The arrays go back once it is disposed and
/// no sending reads them any more.
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
