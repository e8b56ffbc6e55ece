using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Consents;

/// <summary>What people have allowed, as trees of consents. Thread-safe.</summary>
internal sealed class ConsentStore(ScopeCatalogue catalogue, GlobusEmulatorOptions options)
{
    private const long FirstId = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<ConsentKey, ConsentDocument> _consents = [];
    private long _nextId = FirstId;

    /// <summary>All consents.</summary>
    public ConsentState Snapshot
    {
        get
        {
            lock (_gate)
            {
                return new ConsentState(_nextId, [.. _consents.Values.OrderBy(static consent => consent.Id)]);
            }
        }
    }

    /// <summary>Puts these consents in the place of all there are.</summary>
    public void Restore(ConsentState state)
    {
        var names = state.Consents.ToDictionary(static consent => consent.Id, static consent => consent.ScopeName);
        lock (_gate)
        {
            _nextId = state.NextId;
            _consents.Clear();
            foreach (var consent in state.Consents)
            {
                var path = string.Concat(consent.DependencyPath.Select(id => " " + names[id]));
                _consents[new ConsentKey(consent.Client, consent.EffectiveIdentity, path)] = consent;
            }
        }
    }

    /// <summary>Notes that the identity has allowed the client these scopes with all they depend on.</summary>
    public void Add(Guid client, Guid identity, IEnumerable<RequestedScope> scopes, bool allowsRefresh)
    {
        lock (_gate)
        {
            foreach (var scope in scopes)
            {
                Add(client, identity, catalogue.Expand(scope), "", [], allowsRefresh);
            }
        }
    }

    /// <summary>The consents of an identity, of one root client or of all, oldest first.</summary>
    public IReadOnlyList<ConsentDocument> List(Guid identity, Guid? client)
    {
        lock (_gate)
        {
            return
            [
                .. _consents.Values
                    .Where(consent => consent.EffectiveIdentity == identity && (client is null || consent.Client == client))
                    .OrderBy(static consent => consent.Id),
            ];
        }
    }

    /// <summary>Whether the identity has allowed the client a scope, and below it another one, and so on.</summary>
    public bool Has(Guid client, Guid identity, params ReadOnlySpan<string> path)
    {
        var key = new ConsentKey(client, identity, " " + string.Join(' ', path));
        lock (_gate)
        {
            return _consents.ContainsKey(key);
        }
    }

    /// <summary>Forgets what anybody has allowed the client.</summary>
    public void RemoveOf(Guid client)
    {
        lock (_gate)
        {
            foreach (var key in _consents.Keys.Where(key => key.Client == client).ToArray())
            {
                _consents.Remove(key);
            }
        }
    }

    // The depth is that of the request, which the parser limits, plus what is declared, which the catalogue limits.
    private void Add(Guid client, Guid identity, RequestedScope scope, string parent, IReadOnlyList<long> path, bool allowsRefresh)
    {
        allowsRefresh &= catalogue.Find(scope.Name)?.AllowsRefreshToken ?? false;
        var now = options.TimeProvider.GetUtcNow();
        var key = new ConsentKey(client, identity, parent + " " + scope.Name);
        if (_consents.TryGetValue(key, out var known))
        {
            _consents[key] = known = known with { Updated = now, LastUsed = now, AllowsRefresh = known.AllowsRefresh || allowsRefresh };
        }
        else
        {
            var id = _nextId++;
            _consents[key] = known = new ConsentDocument
            {
                Id = id,
                Client = client,
                Scope = catalogue.Find(scope.Name)?.Id ?? StableIds.Of(scope.Name),
                ScopeName = scope.Name,
                EffectiveIdentity = identity,
                DependencyPath = [.. path, id],
                Created = now,
                Updated = now,
                LastUsed = now,
                AllowsRefresh = allowsRefresh,
                AtomicallyRevocable = scope.IsOptional,
            };
        }

        foreach (var dependent in scope.Dependents)
        {
            Add(client, identity, dependent, key.Path, known.DependencyPath, allowsRefresh);
        }
    }
}
