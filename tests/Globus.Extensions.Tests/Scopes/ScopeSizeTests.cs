using System.Text;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Scopes;

/// <summary>Inputs of a size at which recursion overflows the stack and quadratic work never ends. None is timed: they just have to end.</summary>
public class ScopeSizeTests
{
    private const int Limit = 100_000;

    [Fact]
    public void A_megabyte_of_nesting_is_read_compared_and_printed()
    {
        var text = Chain(Limit);

        var scope = Scope.Parse(text);

        text.Length.ShouldBeGreaterThan(1_000_000);
        scope.ToString().ShouldBe(text);
        (scope == Scope.Parse(text)).ShouldBeTrue();
        scope.GetHashCode().ShouldBe(Scope.Parse(text).GetHashCode());
    }

    [Theory]
    [InlineData("root[{0}]")]
    [InlineData("{0} root")]
    public void A_megabyte_of_siblings_is_read_compared_and_printed(string format)
    {
        var text = string.Format(null, format, string.Join(' ', Enumerable.Range(0, Limit - 1).Select(static i => $"scope{i:D6}")));

        var scopes = ScopeSet.Parse(text);

        text.Length.ShouldBeGreaterThan(1_000_000);
        scopes.ToString().ShouldBe(string.Join(' ', scopes));
        scopes.ShouldBe(ScopeSet.Parse(scopes.ToString()));
        scopes.Merge(scopes).ShouldBe(scopes);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("a[")]
    [InlineData("*")]
    [InlineData(" a*")]
    [InlineData("a[b ")]
    public void Megabytes_of_nonsense_are_refused(string part) =>
        ScopeSet.TryParse(new StringBuilder().Insert(0, part, 1_000_000).ToString(), out _).ShouldBeFalse();

    [Fact]
    public void Megabytes_of_one_scope_are_one_scope() =>
        ScopeSet.Parse(new StringBuilder().Insert(0, "a a[b *c] ", 200_000).ToString()).ToString().ShouldBe("a[*c b]");

    [Fact]
    public void A_cycle_in_a_nest_of_many_thousand_levels_is_found() =>
        Should.Throw<FormatException>(() => Scope.Parse(Chain(50_000, innermost: "node10"))).Message.ShouldContain("'node10' depends on itself: node10 -> node11 -> node12 -> …");

    [Theory]
    [InlineData(Limit - 1, true)]
    [InlineData(Limit, false)]
    public void A_hundred_thousand_names_are_the_limit(int dependencies, bool expected) =>
        Scope.TryParse($"root[{string.Join(' ', Enumerable.Range(0, dependencies).Select(static i => $"s{i}"))}]", out _).ShouldBe(expected);

    [Fact]
    public void What_would_expand_without_bound_is_refused_with_the_place_where_it_gets_too_much()
    {
        // Each name depends on the next two by two ways: 2 to the power of 60.
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(static i => $"s{i}[l{i}[s{i + 1}] r{i}[s{i + 1}]]"));

        var message = Should.Throw<FormatException>(() => ScopeSet.Parse(text)).Message;

        message.ShouldStartWith("The scope string is malformed at position ");
        message.ShouldContain("more than 100,000 names");
        ScopeSet.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void Long_names_that_are_shared_cannot_expand_without_bound()
    {
        var text = $"b[{new string('x', 200_000)}] {string.Join(' ', Enumerable.Range(0, 1_000).Select(static i => $"a{i}[b]"))}";

        Should.Throw<FormatException>(() => ScopeSet.Parse(text)).Message.ShouldContain("more than 67,108,864 characters");
    }

    [Fact]
    public void What_is_shared_up_to_the_limit_is_printed_and_compared()
    {
        var text = string.Join(' ', Enumerable.Range(0, 12).Select(static i => $"s{i}[l{i}[s{i + 1}] r{i}[s{i + 1}]]"));
        var scopes = ScopeSet.Parse(text);

        scopes.ShouldBe(ScopeSet.Parse(scopes.ToString()));
        scopes.Merge(ScopeSet.Parse(text)).ShouldBe(scopes);
    }

    [Fact]
    public void A_chain_built_by_hand_may_be_as_deep_and_not_deeper()
    {
        var scope = new Scope("n0");
        for (var i = 1; i < Limit; i++)
        {
            scope = new Scope($"n{i}").WithDependency(scope);
        }

        Scope.Parse(scope.ToString()).ShouldBe(scope);
        new ScopeSet([scope]).Single().ShouldBe(scope);
        Should.Throw<ArgumentException>(() => new Scope("top").WithDependency(scope)).Message.ShouldContain("The dependencies of 'top' cannot be put together: the result stands for more than 100,000 names");
    }

    [Fact]
    public void Doubling_by_hand_ends_at_the_limit()
    {
        var (scope, doublings) = (new Scope("leaf"), 0);

        Should.Throw<ArgumentException>(() =>
        {
            for (; doublings < 64; doublings++)
            {
                scope = new Scope($"s{doublings}").WithDependencies([new Scope($"l{doublings}").WithDependency(scope), new Scope($"r{doublings}").WithDependency(scope)]);
            }
        });

        doublings.ShouldBe(14);
        scope.ToString().Split('[').Length.ShouldBeInRange(Limit / 4, Limit);
    }

    private static string Chain(int length, string? innermost = null) =>
        string.Join('[', Enumerable.Range(0, length).Select(static i => $"node{i}").Append(innermost).OfType<string>()) + new string(']', innermost is null ? length - 1 : length);
}
