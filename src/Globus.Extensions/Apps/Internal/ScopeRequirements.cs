using System.Collections.Frozen;
using Globus.Extensions.Scopes.Internal;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>The scopes that are required at one moment, by resource server. Immutable.</summary>
internal sealed class ScopeRequirements
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _scopes;

    public ScopeRequirements(IEnumerable<KeyValuePair<string, IEnumerable<string>>> scopes) =>
        _scopes = scopes
            .GroupBy(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(
                static group => group.Key,
                static group => (IReadOnlyList<string>)ScopeText.Distinct(group.SelectMany(static scopes => scopes)),
                StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByResourceServer => _scopes;

    /// <summary>Every scope of every resource server, once, in an order that does not change from run to run.</summary>
    public IEnumerable<string> All =>
        ScopeText.Distinct(_scopes.OrderBy(static entry => entry.Key, StringComparer.Ordinal).SelectMany(static entry => entry.Value));

    /// <summary>These and more; the same object if there is nothing new.</summary>
    public ScopeRequirements With(string resourceServer, IEnumerable<string> scopes)
    {
        var known = _scopes.GetValueOrDefault(resourceServer, []);
        var all = ScopeText.Distinct(known.Concat(scopes));
        return all.Count == known.Count
            ? this
            : new ScopeRequirements(_scopes
                .Where(entry => entry.Key != resourceServer)
                .Select(static entry => KeyValuePair.Create(entry.Key, (IEnumerable<string>)entry.Value))
                .Append(KeyValuePair.Create(resourceServer, (IEnumerable<string>)all)));
    }

    /// <summary>Whether a token holds the scopes required of its resource server.</summary>
    public bool AreMetBy(TokenData token) => Missing(token).Count == 0;

    /// <summary>Checks that a token holds the scopes required of its resource server; optional ones may be missing.</summary>
    /// <exception cref="UnmetScopeRequirementsException">It does not.</exception>
    public void ThrowIfUnmet(TokenData token)
    {
        if (Missing(token) is { Count: > 0 } missing)
        {
            throw new UnmetScopeRequirementsException(token.ResourceServer, _scopes[token.ResourceServer], missing);
        }
    }

    private List<string> Missing(TokenData token) =>
        _scopes.TryGetValue(token.ResourceServer, out var required)
            ? [.. required.Where(scope => !ScopeText.IsOptional(scope) && !ScopeText.Contains(token.Scope, ScopeText.Name(scope)))]
            : [];
}
