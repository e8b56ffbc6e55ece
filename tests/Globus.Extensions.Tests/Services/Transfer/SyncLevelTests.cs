using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class SyncLevelTests
{
    [Fact]
    public void Every_level_is_read_from_what_it_writes() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        static number => SyncLevel.Parse(new SyncLevel(number).ToString()).Value == number && SyncLevel.Parse($"{number}").Value == number).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("exists", 0)]
    [InlineData("size", 1)]
    [InlineData("mtime", 2)]
    [InlineData("checksum", 3)]
    public void The_service_has_a_word_for_each(string word, int value)
    {
        SyncLevel.Parse(word).ShouldBe(new SyncLevel(value));
        Parse<SyncLevel>(word).ShouldBe(new SyncLevel(value));
    }

    [Theory]
    [InlineData("EXISTS")]
    [InlineData("hash")]
    [InlineData(" size")]
    [InlineData("1.0")]
    [InlineData("99999999999")]
    [InlineData("")]
    public void Anything_else_is_none(string text)
    {
        SyncLevel.TryParse(text, out var level).ShouldBeFalse();
        level.ShouldBe(default);
        Should.Throw<FormatException>(() => SyncLevel.Parse(text)).Message.ShouldBe($"'{text}' is no sync level: write exists, size, mtime, checksum, or its number.");
    }

    [Fact]
    public void Nothing_is_none()
    {
        SyncLevel.TryParse(null, out _).ShouldBeFalse();
        Should.Throw<ArgumentNullException>(() => SyncLevel.Parse(null!));
    }

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, provider: null);
}
