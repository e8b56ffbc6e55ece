using System.Collections.Frozen;
using Globus.Extensions.Scopes.Internal;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>The scopes that an app requires, by resource server. Immutable inside: readers take no lock.</summary>
internal sealed class ScopeRequirements
{
    private readonly Lock _gate = new();
    private FrozenDictionary<string, IReadOnlyList<string>> _scopes;

    public ScopeRequirements(IEnumerable<KeyValuePair<string, IEnumerable<string>>> scopes) =>
        _scopes = scopes
            .GroupBy(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => (IReadOnlyList<string>)ScopeText.Distinct(group.SelectMany(static scopes => scopes)), StringComparer.Ordinal);

    /// <summary>A snapshot.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByResourceServer => Volatile.Read(ref _scopes);

    /// <summary>Every scope of every resource server, once.</summary>
    public IEnumerable<string> All => ScopeText.Distinct(Volatile.Read(ref _scopes).OrderBy(static entry => entry.Key, StringComparer.Ordinal).SelectMany(static entry => entry.Value));

    /// <summary>Adds scopes.</summary>
    /// <returns>Whether there was anything new.</returns>
    public bool Add(string resourceServer, IEnumerable<string> scopes)
    {
        lock (_gate)
        {
            var known = _scopes.GetValueOrDefault(resourceServer, []);
            var all = ScopeText.Distinct(known.Concat(scopes));
            if (all.Count == known.Count)
            {
                return false;
            }

            var next = _scopes.ToDictionary(StringComparer.Ordinal);
            next[resourceServer] = all;
            Volatile.Write(ref _scopes, next.ToFrozenDictionary(StringComparer.Ordinal));
            return true;
        }
    }

    /// <summary>Checks that a token holds the scopes required of its resource server; optional ones may be missing.</summary>
    /// <exception cref="UnmetScopeRequirementsException">It does not.</exception>
    public void ThrowIfUnmet(TokenData token)
    {
        if (!ByResourceServer.TryGetValue(token.ResourceServer, out var required))
        {
            return;
        }

        List<string>? missing = null;
        foreach (var scope in required)
        {
            if (!ScopeText.IsOptional(scope) && !ScopeText.Contains(token.Scope, ScopeText.Name(scope)))
            {
                (missing ??= []).Add(scope);
            }
        }

        if (missing is not null)
        {
            throw new UnmetScopeRequirementsException(token.ResourceServer, required, missing);
        }
    }
}
