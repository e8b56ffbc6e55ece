using Globus.Extensions.Emulator.Internal.Transfer.Queries;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*.txt", "a.txt", true)]
    [InlineData("*.txt", "a.txt.gz", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("?", "ü", true)]
    [InlineData("?", "", false)]
    [InlineData("[abc]", "b", true)]
    [InlineData("[!abc]", "b", false)]
    [InlineData("[!abc]", "d", true)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[-a]", "-", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[", "[", true)]
    [InlineData("[a", "[a", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    [InlineData("\\[a]", "[a]", true)]
    public void A_name_matches_or_not(string pattern, string name, bool matches) => NamePattern.IsMatch(pattern, name).ShouldBe(matches);

    [Fact]
    public void Many_stars_take_no_more_time_than_few() =>
        NamePattern.IsMatch(string.Concat(Enumerable.Repeat("*a", 1_000)) + "b", new string('a', 4_000)).ShouldBeFalse();

    [Theory]
    [InlineData("a.txt", false, "a.txt")]
    [InlineData("\\*.txt", false, "*.txt")]
    [InlineData("\\\\*", true, "\\*")]
    [InlineData("a\\", false, "a\\")]
    [InlineData("[a]", true, "[a]")]
    public void A_backslash_takes_the_meaning_away(string text, bool isPattern, string plain)
    {
        NamePattern.IsPattern(text).ShouldBe(isPattern);
        NamePattern.Unescape(text).ShouldBe(plain);
    }
}
