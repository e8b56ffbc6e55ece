using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Scopes;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>The scopes that are required at one moment, by resource server. Immutable.</summary>
internal sealed class ScopeRequirements
{
    private readonly FrozenDictionary<string, IReadOnlyList<Scope>> _scopes;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _texts;
    private readonly FrozenDictionary<string, IReadOnlyList<Scope>> _dependent;

    /// <summary>Reads the scope strings, each of which may hold several scopes.</summary>
    /// <exception cref="FormatException">One is malformed, or all together cannot be asked for.</exception>
    public ScopeRequirements(IEnumerable<KeyValuePair<string, IEnumerable<string>>> texts)
        : this(texts.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value.SelectMany(ScopeSet.Parse))))
    {
    }

    private ScopeRequirements(IEnumerable<KeyValuePair<string, IEnumerable<Scope>>> scopes)
    {
        _scopes = scopes
            .GroupBy(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(
                static group => group.Key,
                static group => (IReadOnlyList<Scope>)[.. group.SelectMany(static scopes => scopes).Distinct()],
                StringComparer.Ordinal);
        _texts = _scopes.ToFrozenDictionary(
            static entry => entry.Key, static entry => (IReadOnlyList<string>)[.. entry.Value.Select(static scope => scope.ToString())], StringComparer.Ordinal);
        _dependent = _scopes
            .Select(static entry => KeyValuePair.Create(entry.Key, (IReadOnlyList<Scope>)[.. entry.Value.Where(NeedsConsents)]))
            .Where(static entry => entry.Value.Count > 0)
            .ToFrozenDictionary(StringComparer.Ordinal);
        All = new ScopeSet(_scopes.Values.SelectMany(static scopes => scopes));
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByResourceServer => _texts;

    /// <summary>What a login asks for: the scopes of every resource server, merged.</summary>
    public ScopeSet All { get; }

    /// <summary>The scopes of a resource server whose dependencies a person has to have consented to; a token does not show them.</summary>
    public IReadOnlyList<Scope> NeedingConsents(string resourceServer) => _dependent.GetValueOrDefault(resourceServer, []);

    /// <summary>The resource servers of which there are such scopes.</summary>
    public IReadOnlyList<string> ResourceServersNeedingConsents => _dependent.Keys;

    /// <summary>Whether a scope is mandatory and depends on others. What an optional one depends on is no more mandatory than itself.</summary>
    public static bool NeedsConsents(Scope scope) => !scope.IsOptional && scope.Dependencies.Count > 0;

    /// <summary>These and more; the same object if there is nothing new.</summary>
    /// <exception cref="FormatException">A scope string is malformed, or all together cannot be asked for.</exception>
    public ScopeRequirements With(string resourceServer, IEnumerable<string> texts)
    {
        var known = _scopes.GetValueOrDefault(resourceServer, []);
        Scope[] all = [.. known.Concat(texts.SelectMany(ScopeSet.Parse)).Distinct()];
        return all.Length == known.Count
            ? this
            : new ScopeRequirements(_scopes
                .Where(entry => entry.Key != resourceServer)
                .Select(static entry => KeyValuePair.Create(entry.Key, (IEnumerable<Scope>)entry.Value))
                .Append(KeyValuePair.Create(resourceServer, (IEnumerable<Scope>)all)));
    }

    /// <summary>All that is required together with what a service or a caller wants besides, if it can be asked for together.</summary>
    public bool TryMerge(IEnumerable<string> texts, [NotNullWhen(true)] out ScopeSet? merged)
    {
        try
        {
            merged = All.Merge(ScopeSet.ParseAll(texts));
            return true;
        }
        catch (FormatException)
        {
            merged = null;
            return false;
        }
    }

    /// <summary>Whether there has to be a token of a resource server: not where all that is wanted of it is optional, since a person may grant nothing of that.</summary>
    public bool NeedTokenOf(string resourceServer) => _scopes.TryGetValue(resourceServer, out var scopes) && scopes.Any(static scope => !scope.IsOptional);

    /// <summary>Whether a token holds the scopes required of its resource server.</summary>
    public bool AreMetBy(TokenData token) => Missing(token).Count == 0;

    /// <summary>Checks that a token holds the scopes required of its resource server; optional ones may be missing.</summary>
    /// <exception cref="UnmetScopeRequirementsException">It does not.</exception>
    public void ThrowIfUnmet(TokenData token)
    {
        if (Missing(token) is { Count: > 0 } missing)
        {
            throw new UnmetScopeRequirementsException(token.ResourceServer, _texts[token.ResourceServer], missing);
        }
    }

    /// <summary>Whether a token was granted a scope of this name.</summary>
    public static bool Grants(TokenData token, Scope scope)
    {
        foreach (var granted in token.EnumerateScopes())
        {
            if (granted.SequenceEqual(scope.Value))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> Missing(TokenData token) =>
        _scopes.TryGetValue(token.ResourceServer, out var required)
            ? [.. required.Where(scope => !scope.IsOptional && !Grants(token, scope)).Select(static scope => scope.ToString())]
            : [];
}
