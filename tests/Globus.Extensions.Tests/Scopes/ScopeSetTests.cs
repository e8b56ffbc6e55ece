using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Scopes;

public class ScopeSetTests
{
    [Theory]
    [InlineData("foo bar", "foo baz", "bar baz foo")]
    [InlineData("*foo", "foo", "*foo foo")]
    [InlineData("foo[bar]", "*foo[*bar baz]", "*foo[bar baz] foo[bar baz]")]
    [InlineData("a[b]", "b[c]", "a[b[c]] b[c]")]
    [InlineData("", "", "")]
    public void Merging_is_reading_both_as_one_text(string one, string other, string merged)
    {
        ScopeSet.Parse(one).Merge(ScopeSet.Parse(other)).ToString().ShouldBe(merged);
        ScopeSet.ParseAll([one, other]).ToString().ShouldBe(merged);
        ScopeSet.Parse($"{one} {other}").ToString().ShouldBe(merged);
    }

    [Fact]
    public void Scopes_that_together_depend_on_themselves_cannot_be_merged() =>
        Should.Throw<FormatException>(() => ScopeSet.Parse("a[*b]").Merge(ScopeSet.Parse("b[a]")))
            .Message.ShouldBe("The scopes cannot be merged: 'a' depends on itself: a -> b -> a.");

    [Fact]
    public void Of_several_texts_the_malformed_one_is_shown() =>
        Should.Throw<FormatException>(() => ScopeSet.ParseAll(["a", "b[", "c"])).Message.ShouldEndWith("The text: 'b['");

    [Fact]
    public void Is_written_as_a_collection()
    {
        ScopeSet scopes = [new Scope("b"), new Scope("a").AsOptional(), new Scope("b")];

        scopes.Select(static scope => scope.ToString()).ShouldBe(["*a", "b"]);
        (scopes.Count, scopes[1].Value).ShouldBe((2, "b"));
        ((ScopeSet)[]).ShouldBeSameAs(ScopeSet.Empty);
    }

    [Fact]
    public void Is_equal_by_meaning()
    {
        var one = ScopeSet.Parse("b a[d c]");
        var other = ScopeSet.Parse("a[c] a[d] b");

        (one == other, one != other, one.Equals((object)other), one.GetHashCode() == other.GetHashCode()).ShouldBe((true, false, true, true));
        (one == ScopeSet.Parse("a b")).ShouldBeFalse();
        (one == null).ShouldBeFalse();
    }

    [Fact]
    public void Null_is_no_scope()
    {
        Should.Throw<ArgumentException>(() => new ScopeSet([null!]));
        Should.Throw<ArgumentNullException>(() => new ScopeSet(null!));
        Should.Throw<ArgumentNullException>(() => ScopeSet.ParseAll([null!]));
    }
}
