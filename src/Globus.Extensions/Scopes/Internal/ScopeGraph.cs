using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Scopes.Internal;

/// <summary>
/// What scope strings say, name by name: each name is one node, however often it is mentioned, and its dependencies are those of all mentions. A root
/// without a name holds the scopes at the top. Building shares what is the same, walks without recursion, and ends as soon as the result is too big.
/// </summary>
internal sealed class ScopeGraph : IDisposable
{
    /// <summary>The node above the scopes at the top.</summary>
    public const int Root = 0;

    private ScopeNode[] _nodes;
    private ScopeEdge[] _edges;
    private ScopeNames _names;
    private HashSet<Scope[]>? _added;
    private int _nodeCount = 1;
    private int _edgeCount;

    /// <summary>Creates an empty graph.</summary>
    /// <param name="mentions">About how many mentions to expect.</param>
    public ScopeGraph(int mentions = 8)
    {
        // Big arrays of short life would make the collector work harder than the parser. What goes back to the pool is empty.
        _nodes = ArrayPool<ScopeNode>.Shared.Rent(mentions + 1);
        _edges = ArrayPool<ScopeEdge>.Shared.Rent(mentions);
    }

    public void Dispose()
    {
        _nodes.AsSpan(0, _nodeCount).Clear();
        ArrayPool<ScopeNode>.Shared.Return(_nodes);
        ArrayPool<ScopeEdge>.Shared.Return(_edges);
        _names.Dispose();
        (_nodes, _edges) = ([], []);
    }

    /// <summary>Adds one mention of a name below a node.</summary>
    /// <returns>The node of the name.</returns>
    public int AddMention(int parent, ReadOnlySpan<char> name, bool isOptional, int position)
    {
        var node = _names.Find(_nodes.AsSpan(0, _nodeCount), name, out var hash);
        if (node < 0)
        {
            node = AddNode(name.ToString(), hash, position);
        }

        AddEdge(parent, node, isOptional, position);
        return node;
    }

    /// <summary>Adds a scope and what it depends on.</summary>
    public void Add(Scope scope)
    {
        var open = new Stack<(int Node, Scope[] Dependencies)>();
        AddOne(Root, scope);
        while (open.TryPop(out var next))
        {
            foreach (var dependency in next.Dependencies)
            {
                AddOne(next.Node, dependency);
            }
        }

        void AddOne(int parent, Scope one)
        {
            var node = _names.Find(_nodes.AsSpan(0, _nodeCount), one.Value, out var hash);
            if (node < 0)
            {
                node = AddNode(one.Value, hash, -1);
            }

            AddEdge(parent, node, one.IsOptional, -1);

            // Scopes that share their dependencies are of one name: once is enough.
            if (one.DependencyArray.Length > 0 && (_added ??= new(ReferenceEqualityComparer.Instance)).Add(one.DependencyArray))
            {
                open.Push((node, one.DependencyArray));
            }
        }
    }

    /// <summary>Makes the scopes at the top. It can be done once.</summary>
    public bool TryBuild([NotNullWhen(true)] out Scope[]? scopes, [NotNullWhen(false)] out ScopeError? error)
    {
        scopes = null;
        var path = new int[4];
        var depth = 0;
        Enter(Root);
        while (true)
        {
            ref var node = ref _nodes[path[depth - 1]];
            if (node.NextEdge == 0)
            {
                error = Finish(path[--depth]);
                if (error is not null || depth == 0)
                {
                    scopes = _nodes[Root].Dependencies ?? [];
                    return error is null;
                }

                continue;
            }

            ref var edge = ref _edges[node.NextEdge - 1];
            node.NextEdge = edge.Next;
            switch (_nodes[edge.To].State)
            {
                case ScopeNodeState.New:
                    Enter(edge.To);
                    break;
                case ScopeNodeState.Open:
                    error = Cycle(path.AsSpan(0, depth), edge);
                    return false;
            }
        }

        void Enter(int index)
        {
            ref var node = ref _nodes[index];
            if (node.EdgeCount == 0 && index != Root)
            {
                node.State = ScopeNodeState.Finished;
                return;
            }

            if (depth == path.Length)
            {
                Array.Resize(ref path, depth * 2);
            }

            node.State = ScopeNodeState.Open;
            node.NextEdge = node.FirstEdge;
            path[depth++] = index;
        }
    }

    private int AddNode(string name, int hash, int position)
    {
        if (_nodeCount == _nodes.Length)
        {
            var nodes = ArrayPool<ScopeNode>.Shared.Rent(_nodeCount * 2);
            _nodes.CopyTo(nodes, 0);
            _nodes.AsSpan().Clear();
            ArrayPool<ScopeNode>.Shared.Return(_nodes);
            _nodes = nodes;
        }

        ref var node = ref _nodes[_nodeCount++];
        node.Name = name;
        node.Position = position;
        _names.Add(_nodes.AsSpan(0, _nodeCount), hash);
        return _nodeCount - 1;
    }

    private void AddEdge(int parent, int child, bool isOptional, int position)
    {
        if (_edgeCount == _edges.Length)
        {
            var edges = ArrayPool<ScopeEdge>.Shared.Rent(_edgeCount * 2);
            _edges.CopyTo(edges, 0);
            ArrayPool<ScopeEdge>.Shared.Return(_edges);
            _edges = edges;
        }

        _edges[_edgeCount++] = new ScopeEdge { To = child, IsOptional = isOptional, Position = position };
        ref var from = ref _nodes[parent];
        if (from.EdgeCount++ == 0)
        {
            from.FirstEdge = _edgeCount;
        }
        else
        {
            _edges[from.LastEdge - 1].Next = _edgeCount;
        }

        from.LastEdge = _edgeCount;
    }

    private ScopeError? Finish(int index)
    {
        var (edges, first) = (_nodes[index].EdgeCount, _nodes[index].FirstEdge);
        var scopes = index == Root ? GatherTop(edges, first) : Gather(index, edges, first);
        ScopeComparison.Sort(scopes);
        ref var node = ref _nodes[index];
        node.Dependencies = scopes;
        node.State = ScopeNodeState.Finished;
        return ScopeLimits.Exceeds(node.Name, scopes) ? new ScopeError(ScopeLimits.Problem, index == Root || node.Position < 0 ? null : node.Position) : null;
    }

    /// <summary>The dependencies of a node, each name once: required if any mention is.</summary>
    private Scope[] Gather(int index, int edgeCount, int firstEdge)
    {
        var scopes = new Scope[edgeCount];
        var count = 0;
        for (var i = firstEdge; i > 0; i = _edges[i - 1].Next)
        {
            ref var edge = ref _edges[i - 1];
            ref var child = ref _nodes[edge.To];
            if (child.GatheredBy != index)
            {
                (child.GatheredBy, child.Slot) = (index, count);
                scopes[count++] = child.ToScope(edge.IsOptional);
            }
            else if (!edge.IsOptional)
            {
                scopes[child.Slot] = child.ToScope(isOptional: false);
            }
        }

        return count == edgeCount ? scopes : scopes[..count];
    }

    /// <summary>The scopes at the top, where the mark distinguishes.</summary>
    private Scope[] GatherTop(int edgeCount, int firstEdge)
    {
        var scopes = new Scope[edgeCount];
        var count = 0;
        for (var i = firstEdge; i > 0; i = _edges[i - 1].Next)
        {
            ref var edge = ref _edges[i - 1];
            ref var child = ref _nodes[edge.To];
            ref var isGathered = ref edge.IsOptional ? ref child.IsTopOptional : ref child.IsTopRequired;
            if (!isGathered)
            {
                isGathered = true;
                scopes[count++] = child.ToScope(edge.IsOptional);
            }
        }

        return count == edgeCount ? scopes : scopes[..count];
    }

    private ScopeError Cycle(ReadOnlySpan<int> path, ScopeEdge closing)
    {
        const int Shown = 6;
        var cycle = path[path.IndexOf(closing.To)..];
        var names = new List<string>();
        for (var i = 0; i < cycle.Length; i++)
        {
            if (cycle.Length <= Shown || i < Shown / 2 || i >= cycle.Length - (Shown / 2))
            {
                names.Add(ScopeError.Clip(_nodes[cycle[i]].Name));
            }
            else if (names[^1] != "…")
            {
                names.Add("…");
            }
        }

        return new ScopeError(
            $"'{names[0]}' depends on itself: {string.Join(" -> ", names)} -> {names[0]}.", closing.Position < 0 ? null : closing.Position);
    }
}
