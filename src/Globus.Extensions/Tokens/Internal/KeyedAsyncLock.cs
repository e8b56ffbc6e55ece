namespace Globus.Extensions.Tokens.Internal;

/// <summary>One asynchronous lock per key. A key costs memory only while someone holds it or waits for it.</summary>
internal sealed class KeyedAsyncLock<TKey>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Entry> _entries = [];

    /// <summary>How many keys are held or waited for.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>How many hold the key or wait for it.</summary>
    internal int CountOf(TKey key)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(key, out var entry) ? entry.Participants : 0;
        }
    }

    public async ValueTask<IAsyncDisposable> AcquireAsync(TKey key, CancellationToken cancellationToken)
    {
        var entry = Join(key);
        try
        {
            var hold = new Hold(this, key, entry);
            await entry.Semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
            return hold;
        }
        catch
        {
            Leave(key, entry);
            throw;
        }
    }

    private Entry Join(TKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                entry = new Entry();
                _entries.Add(key, entry);
            }

            entry.Participants++;
            return entry;
        }
    }

    private void Leave(TKey key, Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Participants == 0)
            {
                _entries.Remove(key);
                entry.Semaphore.Dispose();
            }
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Participants { get; set; }
    }

    private sealed class Hold(KeyedAsyncLock<TKey> owner, TKey key, Entry entry) : IAsyncDisposable
    {
        private int _released;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                entry.Semaphore.Release();
                owner.Leave(key, entry);
            }

            return ValueTask.CompletedTask;
        }
    }
}
