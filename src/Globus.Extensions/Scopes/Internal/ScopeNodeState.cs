namespace Globus.Extensions.Scopes.Internal;

/// <summary>How far the walk over a graph has come with a node.</summary>
internal enum ScopeNodeState : byte
{
    New,
    Open,
    Finished,
}
