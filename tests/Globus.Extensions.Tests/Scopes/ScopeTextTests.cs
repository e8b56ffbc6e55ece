using Globus.Extensions.Scopes.Internal;

namespace Globus.Extensions.Tests.Scopes;

public class ScopeTextTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  ", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData(" a  b ", new[] { "a", "b" })]
    [InlineData("a[b *c] *d", new[] { "a[b *c]", "*d" })]
    [InlineData("a[b[c d] e] f[*g]", new[] { "a[b[c d] e]", "f[*g]" })]
    public void A_text_splits_into_its_scopes_each_with_its_dependencies(string text, string[] scopes) => ScopeText.Split(text).ShouldBe(scopes);

    [Theory]
    [InlineData("a]b c")]
    [InlineData("a[b c")]
    [InlineData("]]] [[[")]
    public void Brackets_that_do_not_match_lose_no_text(string text) =>
        string.Join(' ', ScopeText.Split(text)).ShouldBe(text);

    [Theory]
    [InlineData("a", "a")]
    [InlineData("*a", "a")]
    [InlineData("*a[b c]", "a")]
    [InlineData("urn:globus:auth:scope:transfer.api.globus.org:all[*x]", "urn:globus:auth:scope:transfer.api.globus.org:all")]
    public void The_name_is_the_scope_without_mark_and_dependencies(string scope, string name) => ScopeText.Name(scope).ToString().ShouldBe(name);

    [Theory]
    [InlineData("a b c", "b", true)]
    [InlineData("a b c", "B", false)]
    [InlineData("abc", "b", false)]
    [InlineData("", "b", false)]
    public void A_list_of_granted_scopes_names_whole_scopes(string granted, string name, bool expected) =>
        ScopeText.Contains(granted, name).ShouldBe(expected);

    [Fact]
    public void Scopes_are_counted_once_in_the_order_in_which_they_come() =>
        ScopeText.Distinct(["b a", "a[x]", "b", "*a"]).ShouldBe(["b", "a", "a[x]", "*a"]);

    [Theory]
    [InlineData("*a", true)]
    [InlineData("a[*b]", false)]
    public void The_mark_before_a_scope_makes_it_optional(string scope, bool expected) => ScopeText.IsOptional(scope).ShouldBe(expected);
}
