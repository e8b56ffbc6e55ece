using System.Net;
using Globus.Extensions.Http;

namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>
/// Looks up keys of one kind, all ids or all user names, in batches that everybody shares who asks at the same time. A batch is sent when it is full; when
/// its bulk is complete; else when no more keys come in, or the request ends that was under way. Thread-safe.
/// </summary>
internal sealed class IdentityLookups(
    Func<IReadOnlyList<IdentityKey>, CancellationToken, Task<IReadOnlyList<Identity>>> ask, IdentityCache cache, int batchSize)
{
    // A bulk of any size is no assault on the service.
    private const int MaxRequests = 4;

    private readonly Lock _gate = new();
    private readonly PendingIdentities _pending = new();
    private readonly Dictionary<IdentityKey, IdentityBatch> _underWay = [];
    private readonly Queue<IdentityBatch> _ready = [];
    private IdentityBatch? _open;
    private int _running;

    /// <summary>Lets a key go along with the next request.</summary>
    /// <returns>Whether it was not known yet.</returns>
    public bool Add(IdentityKey key)
    {
        lock (_gate)
        {
            return !_underWay.ContainsKey(key) && !cache.Contains(key) && _pending.Add(key);
        }
    }

    public async Task<Identity?> GetAsync(IdentityKey key, CancellationToken cancellationToken)
    {
        IdentityBatch batch;
        lock (_gate)
        {
            if (Find(key) is { } cached)
            {
                return cached;
            }

            batch = Join(key);
            batch.Waiters++;
            if (ReferenceEquals(batch, _open))
            {
                SendSoon(batch);
            }
        }

        try
        {
            var found = await batch.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
            return found.GetValueOrDefault(key);
        }
        finally
        {
            Leave(batch);
        }
    }

    /// <summary>Looks up many keys, all different.</summary>
    /// <returns>Those that were found.</returns>
    public async Task<Dictionary<IdentityKey, Identity>> GetAllAsync(IReadOnlyCollection<IdentityKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<IdentityKey, Identity>(keys.Count);
        List<IdentityBatch> joined;
        List<(IdentityKey Key, IdentityBatch Batch)> awaited = [];
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (Find(key) is { } cached)
                {
                    found.Add(key, cached);
                }
                else
                {
                    awaited.Add((key, Join(key)));
                }
            }

            joined = [.. awaited.Select(static one => one.Batch).Distinct()];
            joined.ForEach(static batch => batch.Waiters++);

            if (_open is not null && joined.Contains(_open))
            {
                Close(_open);
            }
        }

        try
        {
            foreach (var (key, batch) in awaited)
            {
                var answer = await batch.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (answer.TryGetValue(key, out var identity))
                {
                    found.Add(key, identity);
                }
            }
        }
        finally
        {
            joined.ForEach(Leave);
        }

        return found;
    }

    // An answer is in the cache before its keys cease to be under way: what is in neither has to be asked for.
    private Identity? Find(IdentityKey key) => cache.TryGet(key, out var cached) ? cached : null;

    private IdentityBatch Join(IdentityKey key)
    {
        if (_underWay.TryGetValue(key, out var batch))
        {
            return batch;
        }

        batch = _open ??= new IdentityBatch(new CancellationTokenSource());
        Put(key, batch, isPending: _pending.Remove(key));
        if (batch.Keys.Count == batchSize)
        {
            Close(batch);
        }

        return batch;
    }

    private void Put(IdentityKey key, IdentityBatch batch, bool isPending)
    {
        batch.Keys.Add(key);
        _underWay.Add(key, batch);
        if (isPending)
        {
            batch.Borrowed.Add(key);
        }
    }

    private void SendSoon(IdentityBatch batch)
    {
        if (batch.Keys.Count + _pending.Count >= batchSize)
        {
            Close(batch);
        }
        else if (_running == 0 && batch.Keys.Count == 1)
        {
            _ = CollectAsync(batch);
        }
    }

    // Whoever asks in the same moment comes along. The moment is over when a turn on the thread pool brings nothing new.
    private async Task CollectAsync(IdentityBatch batch)
    {
        for (var before = 0; ;)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            lock (_gate)
            {
                if (!ReferenceEquals(batch, _open))
                {
                    return;
                }

                if (batch.Keys.Count == before)
                {
                    Close(batch);
                    return;
                }

                before = batch.Keys.Count;
            }
        }
    }

    private void Close(IdentityBatch batch)
    {
        _open = null;
        while (batch.Keys.Count < batchSize && _pending.TryTake(out var key))
        {
            if (!cache.Contains(key))
            {
                Put(key, batch, isPending: true);
            }
        }

        _ready.Enqueue(batch);
        SendNext();
    }

    private void SendNext()
    {
        while (_running < MaxRequests && _ready.TryDequeue(out var batch))
        {
            if (!batch.IsOver)
            {
                _running++;
                _ = RunAsync(batch);
            }
        }
    }

    private async Task RunAsync(IdentityBatch batch)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // Out of the lock.
        Dictionary<IdentityKey, Identity> found = [];
        Exception? failure = null;
        try
        {
            foreach (var identity in await ask(batch.Keys, batch.Cancellation.Token).ConfigureAwait(false))
            {
                Publish(identity, found);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_gate)
        {
            End(batch, giveBack: failure is not null && !IsRefusal(failure));
            batch.Cancellation.Dispose();
            _running--;
            SendNext();
            if (_open is not null)
            {
                Close(_open);
            }
        }

        if (failure is null)
        {
            batch.Complete(found);
        }
        else
        {
            batch.Fail(failure);
        }
    }

    // Under both names, as the service spells them.
    private void Publish(Identity identity, Dictionary<IdentityKey, Identity> found)
    {
        if (IdentityKey.TryReadId(identity.Id.Value, out var id))
        {
            found[id] = identity;
            cache.Set(id, identity);
        }

        if (IdentityKey.TryReadUsername(identity.Username, out var username))
        {
            found[username] = identity;
            cache.Set(username, identity);
        }
    }

    private void Leave(IdentityBatch batch)
    {
        lock (_gate)
        {
            if (--batch.Waiters > 0 || batch.IsOver)
            {
                return;
            }

            // Nobody wants it any more, and whoever comes next starts anew.
            End(batch, giveBack: true);
            _open = ReferenceEquals(_open, batch) ? null : _open;

            // Within the lock, since the end of the run disposes the source; elsewhere, since the callbacks are anybody's.
            _ = batch.Cancellation.CancelAsync();
        }
    }

    private void End(IdentityBatch batch, bool giveBack)
    {
        if (batch.IsOver)
        {
            return;
        }

        batch.IsOver = true;
        foreach (var key in batch.Keys)
        {
            _underWay.Remove(key);
        }

        if (giveBack)
        {
            batch.Borrowed.ForEach(key => _pending.Add(key));
        }
    }

    // One of the keys may be the reason, and would spoil every later batch if it were pending again.
    private static bool IsRefusal(Exception failure) => failure is AuthApiException
    {
        StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong or HttpStatusCode.UnprocessableEntity,
    };
}
