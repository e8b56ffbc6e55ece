using System.Runtime.InteropServices;

namespace Globus.Extensions.Scopes.Internal;

/// <summary>One name in a graph of scopes, and the two scopes that it may become.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ScopeNode
{
    public string? Name;
    public Scope[]? Dependencies;
    public int Hash;
    public int NextInBucket;
    public int Position;
    public int FirstEdge;
    public int LastEdge;
    public int NextEdge;
    public int EdgeCount;

    /// <summary>The node whose dependencies were gathered last with this one among them, and its place there.</summary>
    public int GatheredBy;
    public int Slot;
    public bool IsTopRequired;
    public bool IsTopOptional;
    public ScopeNodeState State;
    private Scope? _required;
    private Scope? _optional;

    public Scope ToScope(bool isOptional)
    {
        ref var scope = ref isOptional ? ref _optional : ref _required;
        return scope ??= new Scope(Name!, isOptional, Dependencies ?? []);
    }
}
