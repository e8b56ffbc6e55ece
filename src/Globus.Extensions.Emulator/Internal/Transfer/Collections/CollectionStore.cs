using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>All collections and endpoints in the order they were made, and the ids of those there have been. Thread-safe.</summary>
internal sealed class CollectionStore(IEnumerable<Collection> seeded)
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<Guid, Collection> _collections = new(seeded.Select(static one => KeyValuePair.Create(one.Id, one)));
    private readonly HashSet<Guid> _deleted = [];

    public IReadOnlyList<Collection> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _collections.Values];
            }
        }
    }

    /// <summary>The ids of what has been deleted, whose answer is another one than that of ids never heard of.</summary>
    public IReadOnlyList<Guid> Deleted
    {
        get
        {
            lock (_gate)
            {
                return [.. _deleted];
            }
        }
    }

    /// <summary>All there are and have been.</summary>
    public CollectionState Snapshot
    {
        get
        {
            lock (_gate)
            {
                return new CollectionState([.. _collections.Values], [.. _deleted]);
            }
        }
    }

    /// <summary>Puts these collections in the place of all there are.</summary>
    public void Restore(CollectionState state)
    {
        lock (_gate)
        {
            _collections.Clear();
            foreach (var collection in state.Collections)
            {
                _collections[collection.Id] = collection;
            }

            _deleted.Clear();
            _deleted.UnionWith(state.Deleted);
        }
    }

    public bool TryFind(Guid id, [NotNullWhen(true)] out Collection? collection)
    {
        lock (_gate)
        {
            return _collections.TryGetValue(id, out collection);
        }
    }

    public bool IsDeleted(Guid id)
    {
        lock (_gate)
        {
            return _deleted.Contains(id);
        }
    }

    /// <summary>The collection and what it stands on: of a guest collection the mapped one, and the endpoint of that.</summary>
    public IReadOnlyList<Collection> Lineage(Collection collection)
    {
        lock (_gate)
        {
            var lineage = new List<Collection> { collection };
            while (lineage[^1].HostId is { } hostId && _collections.TryGetValue(hostId, out var host))
            {
                lineage.Add(host);
            }

            return lineage;
        }
    }

    /// <summary>The subscription that the collection is under: its own, or that of what it stands on.</summary>
    public string? SubscriptionOf(Collection collection) =>
        Lineage(collection).Select(static one => one.SubscriptionId).FirstOrDefault(static id => id is not null);

    /// <summary>Adds a collection unless <paramref name="isTaken"/> finds one in its way.</summary>
    public bool TryAdd(Collection collection, Func<Collection, bool>? isTaken = null)
    {
        lock (_gate)
        {
            return (isTaken is null || !_collections.Values.Any(isTaken)) && _collections.TryAdd(collection.Id, collection);
        }
    }

    /// <summary>Changes a collection as one step; <see langword="null"/> if it is gone.</summary>
    public Collection? Update(Guid id, Func<Collection, Collection> change)
    {
        lock (_gate)
        {
            return _collections.TryGetValue(id, out var collection) ? _collections[id] = change(collection) : null;
        }
    }

    public bool Remove(Guid id)
    {
        lock (_gate)
        {
            return _collections.Remove(id) && _deleted.Add(id);
        }
    }
}
