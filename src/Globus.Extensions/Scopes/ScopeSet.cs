using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Globus.Extensions.Scopes.Internal;

namespace Globus.Extensions.Scopes;

/// <summary>The scopes of a request: what a scope string holds, each scope once, in the one order in which they are printed.</summary>
/// <remarks>
/// <para>Immutable, hence safe to share between threads. Two sets are equal when they hold equal scopes, and equal ones print the same text.</para>
/// <para>
/// Within a set a name has one set of dependencies, wherever it stands. Whatever is put into one is therefore merged: <c>a[b]</c> and <c>a[*b c]</c> give
/// <c>a[b c]</c>; <c>a[b]</c> and <c>b[c]</c> give <c>a[b[c]] b[c]</c>. A dependency that is required once is required; at the top, <c>a</c> and <c>*a</c> stay two.
/// </para>
/// <para>No set stands for more than 100,000 names, counting each once for every place in which it would be printed.</para>
/// </remarks>
[CollectionBuilder(typeof(ScopeSet), nameof(Create))]
public sealed class ScopeSet : IReadOnlyList<Scope>, IEquatable<ScopeSet>, ISpanParsable<ScopeSet>
{
    private readonly Scope[] _scopes;

    /// <summary>Merges scopes to a set.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <exception cref="FormatException">Together they depend on themselves, or would stand for more than 100,000 names.</exception>
    public ScopeSet(IEnumerable<Scope> scopes) => _scopes = Merged(scopes);

    private ScopeSet(Scope[] built) => _scopes = built;

    /// <summary>The set without scopes.</summary>
    public static ScopeSet Empty { get; } = new(Array.Empty<Scope>());

    /// <inheritdoc/>
    public int Count => _scopes.Length;

    /// <inheritdoc/>
    public Scope this[int index] => _scopes[index];

    /// <summary>Compares by meaning.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(ScopeSet? left, ScopeSet? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares by meaning.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ScopeSet? left, ScopeSet? right) => !(left == right);

    /// <summary>The set of scopes that a graph has made: merged and sorted.</summary>
    internal static ScopeSet FromGraph(Scope[] scopes) => scopes.Length == 0 ? Empty : new(scopes);

    /// <summary>Merges scopes to a set, for collection expressions.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <returns>The set.</returns>
    /// <exception cref="FormatException">Together they depend on themselves, or would stand for more than 100,000 names.</exception>
    public static ScopeSet Create(params ReadOnlySpan<Scope> scopes) => scopes.IsEmpty ? Empty : new(scopes.ToArray().AsEnumerable());

    /// <summary>Reads a scope string, which holds any number of scopes.</summary>
    /// <param name="s">The text, for example <c>openid a[b *c] *d</c>; blank for none.</param>
    /// <returns>The scopes.</returns>
    /// <exception cref="FormatException">The text is malformed; the message says where and what was expected.</exception>
    public static ScopeSet Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static ScopeSet Parse(ReadOnlySpan<char> s) =>
        ScopeReader.TryReadAll(s, out var scopes, out var error) ? scopes : throw error.ToException(s);

    /// <summary>Reads scope strings and merges what they hold.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The scopes of all texts.</returns>
    /// <exception cref="FormatException">A text is malformed, or together they depend on themselves or would stand for more than 100,000 names.</exception>
    public static ScopeSet ParseAll(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        using var graph = new ScopeGraph();
        foreach (var text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            if (ScopeReader.Read(text, graph) is { } error)
            {
                throw error.ToException(text);
            }
        }

        return Build(graph);
    }

    /// <summary>Reads a scope string, if it is one.</summary>
    /// <param name="s">The text; blank for no scopes.</param>
    /// <param name="result">The scopes.</param>
    /// <returns>Whether the text is well formed.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out ScopeSet? result)
    {
        result = null;
        return s is not null && TryParse(s.AsSpan(), out result);
    }

    /// <inheritdoc cref="TryParse(string?, out ScopeSet?)"/>
    public static bool TryParse(ReadOnlySpan<char> s, [NotNullWhen(true)] out ScopeSet? result) => ScopeReader.TryReadAll(s, out result, out _);

    static ScopeSet IParsable<ScopeSet>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ScopeSet ISpanParsable<ScopeSet>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ScopeSet>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ScopeSet result) => TryParse(s, out result);

    static bool ISpanParsable<ScopeSet>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ScopeSet result) => TryParse(s, out result);

    /// <summary>The scopes of this set and others, as if all were written in one text.</summary>
    /// <param name="others">The other scopes, for example another set.</param>
    /// <returns>The merged set; neither order nor repetition matters.</returns>
    /// <exception cref="FormatException">Together they depend on themselves, or would stand for more than 100,000 names.</exception>
    public ScopeSet Merge(IEnumerable<Scope> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new ScopeSet(_scopes.Concat(others));
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ScopeSet? other) =>
        other is not null && (ReferenceEquals(_scopes, other._scopes) || _scopes.AsSpan().SequenceEqual(other._scopes));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ScopeSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _scopes.Aggregate(_scopes.Length, static (hash, scope) => (hash * 31) + scope.GetHashCode());

    /// <summary>The one text of this set: the scopes, separated by blanks; optional ones first, each kind in ordinal order of the names.</summary>
    /// <returns>For example <c>*d a[*c b] openid</c>; empty for no scopes.</returns>
    public override string ToString() => ScopeWriter.Write(_scopes, (int)ScopeLimits.Measure(_scopes).TextLength);

    /// <inheritdoc/>
    public IEnumerator<Scope> GetEnumerator() => ((IEnumerable<Scope>)_scopes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Scope[] Merged(IEnumerable<Scope> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes is ScopeSet set)
        {
            return set._scopes;
        }

        using var graph = new ScopeGraph();
        foreach (var scope in scopes)
        {
            graph.Add(scope ?? throw new ArgumentException("A scope is null.", nameof(scopes)));
        }

        return Build(graph)._scopes;
    }

    private static ScopeSet Build(ScopeGraph graph) =>
        graph.TryBuild(out var scopes, out var error)
            ? FromGraph(scopes)
            : throw new FormatException($"The scopes cannot be merged: {error.Problem}");
}
