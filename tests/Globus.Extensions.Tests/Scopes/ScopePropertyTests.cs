using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Scopes;

public class ScopePropertyTests
{
    [Fact]
    public void What_was_parsed_survives_printing() => Holds(ScopeTexts.Sets, static set =>
    {
        ScopeSet.Parse(set.ToString()).ShouldBe(set);
        ScopeSet.Parse(set.ToString()).ToString().ShouldBe(set.ToString());
        foreach (var scope in set)
        {
            Scope.Parse(scope.ToString()).ShouldBe(scope);
            Scope.Parse(scope.ToString()).GetHashCode().ShouldBe(scope.GetHashCode());
        }
    });

    [Fact]
    public void Merging_knows_no_order_no_brackets_and_no_repetition() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ScopeTexts.MergeableSets, ScopeTexts.MergeableSets, ScopeTexts.MergeableSets, static (a, b, c) =>
        {
            a.Merge(b).ShouldBe(b.Merge(a));
            a.Merge(b).Merge(c).ShouldBe(a.Merge(b.Merge(c)));
            a.Merge(a).ShouldBe(a);
            a.Merge(b).Merge(b).ShouldBe(a.Merge(b));
            a.Merge(b).ShouldBe(ScopeSet.Parse($"{a} {b}"));
        }));

    [Fact]
    public void Merging_fails_whatever_the_order_or_never() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ScopeTexts.Sets, ScopeTexts.Sets, static (one, other) => Merge(one, other).ShouldBe(Merge(other, one))));

    [Fact]
    public void Any_string_is_parsed_or_is_a_format_exception() => Holds(ScopeTexts.Anything, static text =>
    {
        var error = Record.Exception(() => ScopeSet.Parse(text));

        (error is null or FormatException).ShouldBeTrue(error?.ToString());
        ScopeSet.TryParse(text, out var set).ShouldBe(error is null);
        Scope.TryParse(text, out var scope).ShouldBe(set is { Count: 1 });
        if (scope is not null)
        {
            Scope.Parse(scope.ToString()).ShouldBe(scope);
        }

        if (set is not null)
        {
            ScopeSet.Parse(set.ToString()).ShouldBe(set);
        }
    });

    [Fact]
    public void A_tree_put_together_by_hand_means_what_its_text_means() => Holds(ScopeTexts.Sets, static set =>
    {
        foreach (var scope in set)
        {
            Rebuild(scope).ShouldBe(scope);
        }

        static Scope Rebuild(Scope scope) => new Scope(scope.Value, scope.IsOptional).WithDependencies(scope.Dependencies.Reverse().Select(Rebuild));
    });

    private static ScopeSet? Merge(ScopeSet a, ScopeSet b)
    {
        try
        {
            return a.Merge(b);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Holds<T>(Arbitrary<T> values, Action<T> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(values, property));
}
