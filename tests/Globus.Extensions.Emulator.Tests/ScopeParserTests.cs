using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Tests;

public sealed class ScopeParserTests
{
    [Theory]
    [InlineData("foo[bar *baz[qux]] *other", "foo[bar *baz[qux]] *other")]
    [InlineData("  foo  [bar]", null)]
    [InlineData(" foo[ bar   *baz  ] ", "foo[bar *baz]")]
    [InlineData("foo*", null)]
    [InlineData("* foo", null)]
    [InlineData("foo **bar", null)]
    [InlineData("foo[]", null)]
    [InlineData("foo[*]", null)]
    [InlineData("[foo]", null)]
    [InlineData("foo[bar]]", null)]
    [InlineData("foo[bar", null)]
    [InlineData("foo[bar]baz", null)]
    [InlineData("foo[bar[foo]]", null)]
    public void Scopes_are_read_by_the_grammar(string text, string? expected)
    {
        var parsed = ScopeParser.TryParse(text, out var scopes);

        parsed.ShouldBe(expected is not null);
        (scopes is null ? null : string.Join(' ', scopes)).ShouldBe(expected);
    }

    [Fact]
    public void Depth_and_length_are_limited()
    {
        var deep = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}[")) + "x" + new string(']', 100_000);
        var nested = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i}[")) + "x" + new string(']', 1000);

        ScopeParser.TryParse(deep, out _).ShouldBeFalse();
        ScopeParser.TryParse(nested, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_shared_examples_are_accepted_and_refused_as_by_the_reference()
    {
        var text = await File.ReadAllBytesAsync(SharedFolder.File("conformance", "scopes.json"), TestContext.Current.CancellationToken);

        foreach (var example in JsonElement.Parse(text).GetProperty("parse").EnumerateArray())
        {
            var input = example.GetProperty("input").GetString()!;
            var refused = example.TryGetProperty("error", out var error) && !IsCycleAcrossTrees(input, error);
            ScopeParser.TryParse(input, out _).ShouldBe(!refused, input);
        }
    }

    /// <summary>The reference merges all trees into one graph first; a server sees each tree for itself.</summary>
    private static bool IsCycleAcrossTrees(string input, JsonElement error) =>
        error.GetRawText().Contains("ScopeCycleError", StringComparison.Ordinal) && input.Contains("] ", StringComparison.Ordinal);
}
