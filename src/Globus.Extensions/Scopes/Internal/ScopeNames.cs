using System.Buffers;

namespace Globus.Extensions.Scopes.Internal;

/// <summary>Finds nodes by name: a handful by looking at each, more of them in a hash table.</summary>
internal struct ScopeNames : IDisposable
{
    private const int Few = 12;

    private int[]? _buckets;
    private int _mask;

    /// <summary>The node of a name, or -1; and the hash that <see cref="Add"/> wants to know.</summary>
    public readonly int Find(ReadOnlySpan<ScopeNode> nodes, ReadOnlySpan<char> name, out int hash)
    {
        hash = 0;
        if (_buckets is null)
        {
            for (var i = 1; i < nodes.Length; i++)
            {
                if (name.SequenceEqual(nodes[i].Name))
                {
                    return i;
                }
            }

            return -1;
        }

        hash = string.GetHashCode(name, StringComparison.Ordinal);
        for (var i = _buckets[hash & _mask]; i > 0; i = nodes[i].NextInBucket)
        {
            if (nodes[i].Hash == hash && name.SequenceEqual(nodes[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes up the last node.</summary>
    public void Add(Span<ScopeNode> nodes, int hash)
    {
        if (_buckets is not null && nodes.Length <= _mask)
        {
            nodes[^1].Hash = hash;
            Enter(nodes, nodes.Length - 1);
        }
        else if (nodes.Length > Few)
        {
            // The table was too small, or there was none.
            var isFirst = _buckets is null;
            nodes[^1].Hash = hash;
            Rent(isFirst ? 64 : (_mask + 1) * 4);
            for (var i = 1; i < nodes.Length; i++)
            {
                nodes[i].Hash = isFirst ? nodes[i].Name!.GetHashCode(StringComparison.Ordinal) : nodes[i].Hash;
                Enter(nodes, i);
            }
        }
    }

    public void Dispose()
    {
        if (_buckets is not null)
        {
            ArrayPool<int>.Shared.Return(_buckets);
            _buckets = null;
        }
    }

    private void Rent(int size)
    {
        Dispose();
        _buckets = ArrayPool<int>.Shared.Rent(size);
        _buckets.AsSpan(0, size).Clear();
        _mask = size - 1;
    }

    private readonly void Enter(Span<ScopeNode> nodes, int index)
    {
        ref var bucket = ref _buckets![nodes[index].Hash & _mask];
        nodes[index].NextInBucket = bucket;
        bucket = index;
    }
}
