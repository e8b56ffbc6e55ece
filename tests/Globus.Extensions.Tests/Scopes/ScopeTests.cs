using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Scopes;

public class ScopeTests
{
    private static readonly Scope A = new("a");
    private static readonly Scope B = new("b");
    private static readonly Scope C = new("c");

    [Fact]
    public void Has_a_name_and_is_required_unless_it_is_said()
    {
        (A.Value, A.IsOptional, A.Dependencies.Count).ShouldBe(("a", false, 0));
        new Scope("a", isOptional: true).ToString().ShouldBe("*a");
        A.AsOptional().AsRequired().ShouldBe(A);
    }

    [Theory]
    [InlineData("*foo", "'*' was found at position 0")]
    [InlineData("foo[bar]", "'[' was found at position 3")]
    [InlineData("foo]", "']' was found at position 3")]
    [InlineData("foo bar", "a blank was found at position 3")]
    [InlineData("foo\t", "it begins or ends with white space")]
    public void A_name_is_no_scope_string(string value, string problem)
    {
        var message = Should.Throw<ArgumentException>(() => new Scope(value)).Message;

        message.ShouldContain(problem);
        message.ShouldContain("Scope.Parse reads whole scope strings.");
    }

    [Fact]
    public void An_empty_name_is_none()
    {
        Should.Throw<ArgumentException>(() => new Scope(""));
        Should.Throw<ArgumentNullException>(() => new Scope(null!));
    }

    [Fact]
    public void Prints_its_dependencies_in_one_order_optional_ones_first()
    {
        var scope = A.WithDependencies([C, new Scope("Z"), B.AsOptional(), new Scope("é"), new Scope("d", isOptional: true)]);

        scope.ToString().ShouldBe("a[*b *d Z c é]");
        scope.Dependencies.Select(static dependency => dependency.Value).ShouldBe(["b", "d", "Z", "c", "é"]);
        A.Dependencies.ShouldBeEmpty("It is immutable.");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(1_000)]
    public void The_order_is_that_of_the_names_whatever_they_begin_with(int count)
    {
        var random = new Random(count);
        string[] parts = ["", "a", "ab", "ÿ", "ÿa", "\u007f", "\u0080", "zz", "Ω", "abcdefghij", "abcdefghik", "-", "\u0001x"];
        var names = Enumerable.Range(0, count).Select(i => $"x{parts[random.Next(parts.Length)]}{parts[random.Next(parts.Length)]}{random.Next(50)}").Distinct().ToList();

        var scope = A.WithDependencies(names.Select(name => new Scope(name, isOptional: name.Length % 3 == 0)));

        scope.Dependencies.Select(static dependency => (dependency.IsOptional, dependency.Value)).ShouldBe(
            scope.Dependencies.Select(static dependency => (dependency.IsOptional, dependency.Value)).OrderByDescending(static pair => pair.IsOptional).ThenBy(static pair => pair.Value, StringComparer.Ordinal));
        scope.Dependencies.Count.ShouldBe(names.Count);
        A.WithDependencies(scope.Dependencies.Reverse()).ShouldBe(scope);
    }

    [Fact]
    public void Equality_knows_no_order_of_dependencies()
    {
        var one = A.WithDependency(B).WithDependency(C.AsOptional());
        var other = A.WithDependencies([C.AsOptional(), B]);

        (one == other, one != other, one.Equals((object)other)).ShouldBe((true, false, true));
        one.GetHashCode().ShouldBe(other.GetHashCode());
        one.ShouldBe(Scope.Parse("a[b *c]"));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "A")]
    [InlineData("a", "*a")]
    [InlineData("a", "a[b]")]
    [InlineData("a[b]", "a[c]")]
    [InlineData("a[b]", "a[*b]")]
    [InlineData("a[b[c d]]", "a[b[c e]]")]
    [InlineData("a[b[c] d]", "a[b d[c]]")]
    public void Different_meanings_are_not_equal(string one, string other)
    {
        (Scope.Parse(one) == Scope.Parse(other)).ShouldBeFalse();
        Scope.Parse(one).Equals((object?)null).ShouldBeFalse();
        (Scope.Parse(one) == null).ShouldBeFalse();
    }

    [Fact]
    public void Dependencies_of_one_name_become_one()
    {
        A.WithDependencies([B, B.AsOptional(), B]).ToString().ShouldBe("a[b]");
        A.WithDependency(B.AsOptional()).WithDependency(B.AsOptional()).ToString().ShouldBe("a[*b]");
        A.WithDependency(B.WithDependency(C)).WithDependency(B.AsOptional().WithDependency(new Scope("d"))).ToString().ShouldBe("a[b[c d]]");
    }

    [Fact]
    public void Dependencies_of_one_name_that_would_make_a_cycle_are_refused() =>
        Should.Throw<ArgumentException>(() => new Scope("x").WithDependencies([Scope.Parse("a[b[c]]"), Scope.Parse("a[c[b]]")]))
            .Message.ShouldContain("The dependencies of 'x' cannot be put together: 'b' depends on itself: b -> c -> b.");

    [Fact]
    public void A_scope_built_by_hand_keeps_the_places_of_its_parts_until_it_is_parsed()
    {
        var scope = A.WithDependencies([B.WithDependency(C), new Scope("d").WithDependency(B)]);

        scope.ToString().ShouldBe("a[b[c] d[b]]");
        Scope.Parse(scope).ToString().ShouldBe("a[b[c] d[b[c]]]");
        new ScopeSet([scope]).ToString().ShouldBe("a[b[c] d[b[c]]]");
    }

    [Fact]
    public void A_name_below_itself_can_be_printed_and_not_parsed()
    {
        var scope = A.WithDependency(B.WithDependency(A));

        scope.ToString().ShouldBe("a[b[a]]");
        Should.Throw<FormatException>(() => new ScopeSet([scope])).Message.ShouldBe("The scopes cannot be merged: 'a' depends on itself: a -> b -> a.");
    }

    [Fact]
    public void Stands_wherever_scopes_are_texts()
    {
        IEnumerable<string> texts = [A, B.AsOptional().WithDependency(C), "d"];

        texts.ShouldBe(["a", "*b[c]", "d"]);
        ((string?)(Scope?)null).ShouldBeNull();
    }

    [Fact]
    public void Nobody_can_change_the_dependencies() => (A.WithDependency(B).Dependencies is Scope[] or List<Scope>).ShouldBeFalse();

    [Fact]
    public void Null_is_no_dependency()
    {
        Should.Throw<ArgumentNullException>(() => A.WithDependency(null!));
        Should.Throw<ArgumentException>(() => A.WithDependencies([B, null!]));
    }
}
