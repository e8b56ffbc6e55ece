using System.Runtime.InteropServices;

namespace Globus.Extensions.Scopes.Internal;

/// <summary>One mention of a name below another one. Edges are counted from 1, so that 0 is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ScopeEdge
{
    public int To;
    public int Next;
    public int Position;
    public bool IsOptional;
}
