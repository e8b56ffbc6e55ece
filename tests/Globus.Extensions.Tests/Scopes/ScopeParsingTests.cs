using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Scopes;

public class ScopeParsingTests
{
    [Theory]
    [InlineData("foo*", 4, "the name of a scope was expected after '*', but the text ends.")]
    [InlineData("* foo", 1, "the name of a scope was expected after '*', but a blank was found.")]
    [InlineData("foo *[bar]", 5, "the name of a scope was expected after '*', but '[' was found.")]
    [InlineData("**foo", 1, "the name of a scope was expected after '*', but '*' was found.")]
    [InlineData("foo[]", 4, "']' follows '[', but at least one scope was expected in between.")]
    [InlineData("foo[ ]", 5, "']' follows '[', but at least one scope was expected in between.")]
    [InlineData("[foo]", 0, "'[' was found where the name of a scope was expected.")]
    [InlineData("foo[[bar]]", 4, "'[' was found where the name of a scope was expected.")]
    [InlineData("foo[ [bar]]", 5, "'[' was found where the name of a scope was expected.")]
    [InlineData("foo [bar]", 4, "'[' stands after a blank; it was expected right after the name of a scope.")]
    [InlineData("foo[bar", 7, "the text ends, but ']' was expected for the '[' at position 3.")]
    [InlineData("a[b[c]  ", 6, "the text ends, but ']' was expected for the '[' at position 1.")]
    [InlineData("foo]", 3, "']' closes nothing: there is no '[' before it.")]
    [InlineData("foo[bar]baz", 8, "'b' follows ']', where a blank, another ']' or the end was expected.")]
    [InlineData("foo[bar][baz]", 8, "'[' follows ']', where a blank, another ']' or the end was expected.")]
    [InlineData("foo[bar]\nbaz", 8, "U+000A follows ']', where a blank, another ']' or the end was expected.")]
    [InlineData("a[b\t]", 3, "a name begins or ends with white space; only blanks were expected between scopes.")]
    [InlineData("a \tb", 2, "a name begins or ends with white space; only blanks were expected between scopes.")]
    [InlineData("  foo ]", 6, "']' closes nothing: there is no '[' before it.")]
    [InlineData("foo[foo]", 4, "'foo' depends on itself: foo -> foo.")]
    [InlineData("a[*b] b[*a]", 9, "'a' depends on itself: a -> b -> a.")]
    [InlineData("x a[b[c]] c[d[b]]", 14, "'b' depends on itself: b -> c -> d -> b.")]
    public void An_error_tells_the_position_and_what_was_expected(string text, int position, string problem)
    {
        var error = Should.Throw<FormatException>(() => ScopeSet.Parse(text));

        error.Message.ShouldStartWith($"The scope string is malformed at position {position} (counted from 0): {problem} The text: '");
        ScopeSet.TryParse(text, out var scopes).ShouldBeFalse();
        scopes.ShouldBeNull();
        Should.Throw<FormatException>(() => Scope.Parse(text)).Message.ShouldBe(error.Message);
        Scope.TryParse(text, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "it is blank; exactly one scope was expected.")]
    [InlineData(" ", "it is blank; exactly one scope was expected.")]
    [InlineData("a b c", "it holds 3 scopes; exactly one was expected.")]
    [InlineData("a *a", "it holds 2 scopes; exactly one was expected.")]
    public void One_scope_is_not_none_and_not_several(string text, string problem)
    {
        Should.Throw<FormatException>(() => Scope.Parse(text)).Message.ShouldStartWith($"The scope string is malformed: {problem}");
        Scope.TryParse(text, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a a", "a")]
    [InlineData("a[c] a[b]", "a[b c]")]
    [InlineData("  foo[ bar   *baz  ] ", "foo[*baz bar]")]
    [InlineData("a[b *b]", "a[b]")]
    [InlineData("a[*b b]", "a[b]")]
    public void Repetitions_of_one_scope_are_one_scope(string text, string canonical)
    {
        var scope = Scope.Parse(text);

        scope.ToString().ShouldBe(canonical);
        Scope.Parse(canonical).ShouldBe(scope);
    }

    [Fact]
    public void A_name_has_its_dependencies_wherever_it_stands()
    {
        var scopes = ScopeSet.Parse("foo[bar] bar[baz] *foo");

        scopes.ToString().ShouldBe("*foo[bar[baz]] bar[baz] foo[bar[baz]]");
        scopes[2].Dependencies[0].ShouldBeSameAs(scopes[1], "What is the same is shared.");
    }

    [Fact]
    public void White_space_around_the_whole_text_is_no_part_of_it() => ScopeSet.Parse("\r\n openid a[b] \n").ToString().ShouldBe("a[b] openid");

    [Fact]
    public void The_message_shows_only_what_stands_around_the_position()
    {
        var text = new string('x', 500) + "\u0001[] " + new string('y', 500);

        var message = Should.Throw<FormatException>(() => ScopeSet.Parse(text)).Message;

        message.ShouldContain("at position 502");
        message.ShouldEndWith("The text: '…" + new string('x', 38) + "\uFFFD[] " + new string('y', 38) + "…'");
    }

    [Fact]
    public void A_long_cycle_is_named_by_its_ends() =>
        Should.Throw<FormatException>(() => ScopeSet.Parse("s0[s1[s2[s3[s4[s5[s6[s7[s0]]]]]]]]")).Message
            .ShouldContain("'s0' depends on itself: s0 -> s1 -> s2 -> … -> s5 -> s6 -> s7 -> s0.");

    [Fact]
    public void Texts_can_be_read_by_whoever_reads_anything_that_can_be_parsed()
    {
        Read<Scope>("a[b]").ShouldBe(Scope.Parse("a[b]"));
        Read<ScopeSet>("a b").ShouldBe(ScopeSet.Parse("b a"));
        CanRead<Scope>("a[").ShouldBeFalse();
        CanRead<ScopeSet>(null).ShouldBeFalse();

        static T Read<T>(string text)
            where T : ISpanParsable<T> => T.Parse(text, null).Equals(T.Parse(text.AsSpan(), null)) ? T.Parse(text, null) : throw new InvalidOperationException();
        static bool CanRead<T>(string? text)
            where T : IParsable<T> => T.TryParse(text, null, out _);
    }

    [Fact]
    public void Null_is_no_text()
    {
        Should.Throw<ArgumentNullException>(() => Scope.Parse((string)null!));
        Should.Throw<ArgumentNullException>(() => ScopeSet.Parse((string)null!));
        Scope.TryParse((string?)null, out _).ShouldBeFalse();
        ScopeSet.TryParse((string?)null, out _).ShouldBeFalse();
    }
}
