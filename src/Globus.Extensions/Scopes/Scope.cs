using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Scopes.Internal;

namespace Globus.Extensions.Scopes;

/// <summary>
/// What a token is to be good for: the name of a scope, whether it may be declined, and the scopes that it depends on, such as
/// <c>urn:globus:auth:scope:transfer.api.globus.org:all[*https://auth.globus.org/scopes/{collection}/data_access]</c>.
/// </summary>
/// <remarks>
/// <para>
/// Immutable, hence safe to share between threads. Dependencies have no order and no repetitions: two scopes are equal when they name the same
/// scopes in the same places, and equal ones print the same text: optional dependencies first, each kind in ordinal order of the names.
/// </para>
/// <para>
/// In a text a name has one set of dependencies, wherever it stands: <c>a[b[c]] b</c> gives both <c>b</c> their <c>c</c>. A scope put together by
/// <see cref="WithDependency"/> keeps the places as they were put; where it says different things about one name, the text it prints means more
/// than the object when it is parsed, and a name below itself makes that text one that cannot be parsed.
/// </para>
/// <para>No scope stands for more than 100,000 names, counting each once for every place in which it would be printed.</para>
/// </remarks>
public sealed class Scope : IEquatable<Scope>, ISpanParsable<Scope>
{
    private readonly Scope[] _dependencies;

    /// <summary>Creates a scope without dependencies.</summary>
    /// <param name="value">The name, for example a constant of <see cref="GlobusScopes"/>; <see cref="Parse(string)"/> takes a text with marks and brackets.</param>
    /// <param name="isOptional">Whether the user may decline it. Default: <see langword="false"/>.</param>
    /// <exception cref="ArgumentException">The name is empty, holds a blank or one of <c>[ ] *</c>, or begins or ends with white space.</exception>
    public Scope(string value, bool isOptional = false)
        : this(Checked(value), isOptional, [])
    {
    }

    // The dependencies are sorted, each name is there once, and together they are within the limits.
    internal Scope(string value, bool isOptional, Scope[] dependencies)
    {
        Value = value;
        IsOptional = isOptional;
        _dependencies = dependencies;
        var (nodes, length) = ScopeLimits.Measure(dependencies);
        NodeCount = 1 + (int)nodes;
        TextLength = (isOptional ? 1 : 0) + value.Length + (dependencies.Length == 0 ? 0 : (int)length + 2);
    }

    /// <summary>The name, without the optional mark and without dependencies.</summary>
    public string Value { get; }

    /// <summary>Whether the user may decline the scope, or withdraw it later, without the rest; printed as <c>*</c>.</summary>
    public bool IsOptional { get; }

    /// <summary>The scopes that this one depends on, each name once, in the order in which they are printed.</summary>
    public IReadOnlyList<Scope> Dependencies => field ??= _dependencies.Length == 0 ? ReadOnlyCollection<Scope>.Empty : new(_dependencies);

    internal Scope[] DependencyArray => _dependencies;

    /// <summary>How many names are printed.</summary>
    internal int NodeCount { get; }

    /// <summary>How many characters are printed.</summary>
    internal int TextLength { get; }

    /// <summary>Compares by meaning, see <see cref="Equals(Scope?)"/>.</summary>
    /// <param name="left">One scope.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Scope? left, Scope? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares by meaning, see <see cref="Equals(Scope?)"/>.</summary>
    /// <param name="left">One scope.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Scope? left, Scope? right) => !(left == right);

    /// <summary>Lets a scope stand wherever scopes are taken as text; nothing is lost.</summary>
    /// <param name="scope">The scope.</param>
    [return: NotNullIfNotNull(nameof(scope))]
    public static implicit operator string?(Scope? scope) => scope?.ToString();

    /// <summary>Reads a text that holds exactly one scope.</summary>
    /// <param name="s">The text, for example <c>a[b *c]</c>.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="FormatException">The text is malformed, or holds none or several; the message says where and what was expected.</exception>
    public static Scope Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Scope Parse(ReadOnlySpan<char> s) =>
        ScopeReader.TryReadOne(s, out var scope, out var error) ? scope : throw error.ToException(s);

    /// <summary>Reads a text that holds exactly one scope, if it does.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The scope.</param>
    /// <returns>Whether the text holds exactly one scope.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out Scope? result)
    {
        result = null;
        return s is not null && TryParse(s.AsSpan(), out result);
    }

    /// <inheritdoc cref="TryParse(string?, out Scope?)"/>
    public static bool TryParse(ReadOnlySpan<char> s, [NotNullWhen(true)] out Scope? result) => ScopeReader.TryReadOne(s, out result, out _);

    static Scope IParsable<Scope>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Scope ISpanParsable<Scope>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Scope>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Scope result) => TryParse(s, out result);

    static bool ISpanParsable<Scope>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Scope result) => TryParse(s, out result);

    /// <summary>The same scope with one dependency more.</summary>
    /// <param name="dependency">The dependency; see <see cref="WithDependencies"/> for one that is there already.</param>
    /// <returns>The scope with the dependency.</returns>
    /// <exception cref="ArgumentException">See <see cref="WithDependencies"/>.</exception>
    public Scope WithDependency(Scope dependency)
    {
        ArgumentNullException.ThrowIfNull(dependency);
        return WithDependencies([dependency]);
    }

    /// <summary>
    /// The same scope with more dependencies. Those of one name become one: it is required if any of them is, and its own dependencies are
    /// merged as <see cref="ScopeSet.Merge"/> does.
    /// </summary>
    /// <param name="dependencies">The dependencies.</param>
    /// <returns>The scope with the dependencies.</returns>
    /// <exception cref="ArgumentException">
    /// The scope would stand for more than 100,000 names, or two dependencies of one name cannot be merged: together they depend on themselves.
    /// </exception>
    public Scope WithDependencies(IEnumerable<Scope> dependencies)
    {
        ArgumentNullException.ThrowIfNull(dependencies);
        Scope[] added = [.. dependencies];
        if (Array.Exists(added, static dependency => dependency is null))
        {
            throw new ArgumentException("A dependency is null.", nameof(dependencies));
        }

        if (!ScopeSiblings.TryUnite(_dependencies, added, out var siblings, out var error))
        {
            throw new ArgumentException($"The dependencies of '{ScopeError.Clip(Value)}' cannot be put together: {error.Problem}", nameof(dependencies));
        }

        return ScopeLimits.Exceeds(Value, siblings)
            ? throw new ArgumentException($"The dependencies of '{ScopeError.Clip(Value)}' cannot be put together: {ScopeLimits.Problem}", nameof(dependencies))
            : new Scope(Value, IsOptional, siblings);
    }

    /// <summary>The same scope, required.</summary>
    /// <returns>The scope without its optional mark.</returns>
    public Scope AsRequired() => Marked(isOptional: false);

    /// <summary>The same scope, optional.</summary>
    /// <returns>The scope with the optional mark.</returns>
    public Scope AsOptional() => Marked(isOptional: true);

    /// <summary>Whether the other scope means the same: name, mark and dependencies, which have no order.</summary>
    /// <param name="other">The other scope.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals([NotNullWhen(true)] Scope? other) => other is not null && ScopeComparison.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Scope);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Two levels tell scopes apart well enough, and need neither recursion nor memory.
        var hash = new HashCode();
        hash.Add(Value, StringComparer.Ordinal);
        hash.Add(IsOptional);
        hash.Add(NodeCount);
        foreach (var dependency in _dependencies)
        {
            hash.Add(dependency.Value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The one text of this scope: the mark, the name, and the dependencies in brackets.</summary>
    /// <returns>For example <c>a[*c b]</c>.</returns>
    public override string ToString() => _dependencies.Length == 0 && !IsOptional ? Value : ScopeWriter.Write([this], TextLength);

    private static string Checked(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return ScopeReader.DescribeName(value) is { } problem
            ? throw new ArgumentException($"'{ScopeError.Clip(value)}' is no name of a scope: {problem} {nameof(Scope)}.{nameof(Parse)} reads whole scope strings.", nameof(value))
            : value;
    }

    private Scope Marked(bool isOptional) =>
        isOptional == IsOptional ? this : new Scope(Value, isOptional, _dependencies);
}
