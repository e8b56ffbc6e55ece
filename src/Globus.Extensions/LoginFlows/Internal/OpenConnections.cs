namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>
/// The connections that have not said yet what they want. If there are too many, the oldest has to go: a browser says it at once, so whoever keeps
/// many open keeps nobody out.
/// </summary>
internal sealed class OpenConnections
{
    public const int Most = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<CancellationTokenSource> _reading = [];

    public LinkedListNode<CancellationTokenSource> Add(CancellationTokenSource connection)
    {
        LinkedListNode<CancellationTokenSource> node;
        CancellationTokenSource? oldest = null;
        lock (_gate)
        {
            node = _reading.AddLast(connection);
            if (_reading.Count > Most)
            {
                oldest = _reading.First!.Value;
                _reading.RemoveFirst();
            }
        }

        Cancel(oldest);
        return node;
    }

    public void Remove(LinkedListNode<CancellationTokenSource> connection)
    {
        lock (_gate)
        {
            if (connection.List is not null)
            {
                _reading.Remove(connection);
            }
        }
    }

    private static void Cancel(CancellationTokenSource? connection)
    {
        try
        {
            connection?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself meanwhile.
        }
    }
}
