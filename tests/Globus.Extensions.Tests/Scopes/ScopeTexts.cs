using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Scopes;

/// <summary>Random scope strings: well-formed ones of few names, so that they meet, and strings of the characters that matter.</summary>
internal static class ScopeTexts
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "urn:x:a", "urn:x:b", "é", "a-b", "a\tb", "!"];

    private static readonly string[] Pieces = [" ", "  ", "[", "]", "*", "a", "b", "c", "\t", "\n", "\u00a0", "\0", "\ud800", "a[b]", "*c[", "] "];

    /// <summary>Sets that can be parsed; what has a cycle is left out.</summary>
    public static Arbitrary<ScopeSet> Sets { get; } = WellFormed(acyclic: false)
        .Select(static text => ScopeSet.TryParse(text, out var set) ? set : null)
        .Where(static set => set is not null)
        .Select(static set => set!)
        .ToArbitrary();

    /// <summary>Sets of which no two can make a cycle: a name depends only on later ones.</summary>
    public static Arbitrary<ScopeSet> MergeableSets { get; } = WellFormed(acyclic: true).Select(ScopeSet.Parse).ToArbitrary();

    /// <summary>Well-formed or not.</summary>
    public static Arbitrary<string> Anything { get; } = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(static pieces => string.Concat(pieces)),
        WellFormed(acyclic: false),
        ArbMap.Default.ArbFor<string>().Generator.Select(static text => text ?? "")).ToArbitrary();

    private static Gen<string> WellFormed(bool acyclic) =>
        Gen.Sized(size => Scopes(Math.Min(size, 4), 0, acyclic).ListOf().Select(static scopes => string.Join(' ', scopes.Take(6))));

    private static Gen<string> Scopes(int depth, int firstName, bool acyclic) =>
        Gen.Choose(firstName, Names.Length - 1).SelectMany(name =>
        Gen.Elements("", "", "*").SelectMany(mark =>
        depth == 0 || (acyclic && name == Names.Length - 1)
            ? Gen.Constant(mark + Names[name])
            : Scopes(depth - 1, acyclic ? name + 1 : 0, acyclic).ListOf().Select(dependencies =>
                $"{mark}{Names[name]}{(dependencies.Count == 0 ? "" : $"[{string.Join(' ', dependencies.Take(3))}]")}")));
}
