using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>
/// What <see cref="IdentityMap"/>s remember. Several may share one, where whoever asks by one may see what was found by the others: Globus does not
/// show everybody the same of an identity. Bounded: what was not asked for lately makes room. Thread-safe; looking something up takes no lock.
/// </summary>
public sealed class IdentityCache
{
    /// <summary>The capacity where none is given: 20,000 keys, which is room for 10,000 identities.</summary>
    public const int DefaultCapacity = 20_000;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<IdentityKey, LinkedListNode<CachedIdentity>> _nodes = [];
    private readonly LinkedList<CachedIdentity> _order = [];

    /// <summary>Creates an empty cache.</summary>
    /// <param name="capacity">
    /// How many keys it holds; an identity has two, its id and its user name. Well above what is looked up at once, or the same will be asked for again.
    /// Default: <see cref="DefaultCapacity"/>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public IdentityCache(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
    }

    /// <summary>How many keys it holds at most.</summary>
    public int Capacity { get; }

    /// <summary>How many keys it holds now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _order.Count;
            }
        }
    }

    /// <summary>Forgets everything, so that it is asked for again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _nodes.Clear();
            _order.Clear();
        }
    }

    internal bool TryGet(IdentityKey key, [NotNullWhen(true)] out Identity? identity)
    {
        identity = null;
        if (_nodes.TryGetValue(key, out var node))
        {
            identity = node.Value.Identity;
            node.Value.IsUsed = true;
        }

        return identity is not null;
    }

    internal bool Contains(IdentityKey key) => _nodes.ContainsKey(key);

    internal void Set(IdentityKey key, Identity identity)
    {
        lock (_gate)
        {
            if (_nodes.TryGetValue(key, out var known))
            {
                known.Value.Identity = identity;
                return;
            }

            if (_order.Count == Capacity)
            {
                MakeRoom();
            }

            _nodes[key] = _order.AddLast(new CachedIdentity(key, identity));
        }
    }

    internal bool Remove(IdentityKey key)
    {
        lock (_gate)
        {
            if (!_nodes.TryRemove(key, out var node))
            {
                return false;
            }

            _order.Remove(node);
            return true;
        }
    }

    // The oldest goes, but what was asked for since its last turn gets one more.
    private void MakeRoom()
    {
        var oldest = _order.First!;
        for (var turns = _order.Count; turns > 0 && oldest.Value.IsUsed; turns--)
        {
            oldest.Value.IsUsed = false;
            _order.RemoveFirst();
            _order.AddLast(oldest);
            oldest = _order.First!;
        }

        _order.RemoveFirst();
        _nodes.TryRemove(oldest.Value.Key, out _);
    }
}
