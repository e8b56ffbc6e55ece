namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>The keys that wait for a request to go along with, first come, first served. Used within the lock of its owner.</summary>
internal sealed class PendingIdentities
{
    private readonly LinkedList<IdentityKey> _order = [];
    private readonly Dictionary<IdentityKey, LinkedListNode<IdentityKey>> _nodes = [];

    public int Count => _nodes.Count;

    public bool Add(IdentityKey key)
    {
        if (_nodes.ContainsKey(key))
        {
            return false;
        }

        _nodes.Add(key, _order.AddLast(key));
        return true;
    }

    public bool Remove(IdentityKey key)
    {
        if (!_nodes.Remove(key, out var node))
        {
            return false;
        }

        _order.Remove(node);
        return true;
    }

    public bool TryTake(out IdentityKey key)
    {
        key = _order.First?.Value ?? default;
        return Remove(key);
    }
}
