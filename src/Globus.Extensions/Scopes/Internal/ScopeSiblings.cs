using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Scopes.Internal;

/// <summary>Puts scopes below one parent: sorted, each name once.</summary>
internal static class ScopeSiblings
{
    /// <summary>Adds scopes to those that are there already, sorted and each name once.</summary>
    public static bool TryUnite(Scope[] known, Scope[] added, [NotNullWhen(true)] out Scope[]? united, [NotNullWhen(false)] out ScopeError? error)
    {
        (united, error) = (null, null);
        if (added is [var single] && !Array.Exists(known, scope => scope.Value == single.Value))
        {
            var index = ~Array.BinarySearch(known, single, Comparer<Scope>.Create(ScopeComparison.Compare));
            united = [.. known.AsSpan(0, index), single, .. known.AsSpan(index)];
            return true;
        }

        var scopes = new List<Scope>(known.Length + added.Length);
        foreach (var group in known.Concat(added).GroupBy(static scope => scope.Value, StringComparer.Ordinal))
        {
            if (!TryUnite([.. group], out var one, out error))
            {
                return false;
            }

            scopes.Add(one);
        }

        united = [.. scopes];
        ScopeComparison.Sort(united);
        return true;
    }

    // What is the same but for the mark stays as it was put together.
    private static bool TryUnite(Scope[] ofOneName, [NotNullWhen(true)] out Scope? united, [NotNullWhen(false)] out ScopeError? error)
    {
        error = null;
        united = ofOneName[0].AsRequired();
        var isOptional = true;
        var differ = false;
        foreach (var scope in ofOneName)
        {
            isOptional &= scope.IsOptional;
            differ |= scope.AsRequired() != united;
        }

        if (differ)
        {
            using var graph = new ScopeGraph();
            foreach (var scope in ofOneName)
            {
                graph.Add(scope.AsRequired());
            }

            if (!graph.TryBuild(out var scopes, out error))
            {
                return false;
            }

            united = scopes[0];
        }

        united = isOptional ? united.AsOptional() : united;
        return true;
    }
}
