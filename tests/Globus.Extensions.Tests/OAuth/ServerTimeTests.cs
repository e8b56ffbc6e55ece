using Globus.Extensions.OAuth.Internal;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>What the header <c>Date</c> says of a machine's clock, and what it does not.</summary>
public sealed class ServerTimeTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private readonly ServerTime _time = new();

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(8)]
    [InlineData(-8)]
    [InlineData(86_400 * 300)]
    public void A_clock_that_is_wrong_is_put_right(int seconds)
    {
        var error = TimeSpan.FromSeconds(seconds);

        Answer(made: Now, received: Now + error);

        (Now + error + _time.Offset - Now).Duration().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.9)] // The header has whole seconds.
    [InlineData(4)]
    [InlineData(-4)]
    public void A_clock_that_is_about_right_is_left_alone(double seconds)
    {
        Answer(made: Now, received: Now + TimeSpan.FromSeconds(seconds));

        _time.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void An_answer_that_was_long_under_way_proves_nothing()
    {
        Answer(made: Now, received: Now.AddMinutes(3), took: TimeSpan.FromMinutes(3));

        _time.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_correction_does_not_jitter()
    {
        Answer(made: Now, received: Now.AddHours(1));
        var first = _time.Offset;

        for (var millisecond = 0; millisecond < 3000; millisecond += 100)
        {
            Answer(made: Now, received: Now.AddHours(1).AddMilliseconds(millisecond), took: TimeSpan.FromMilliseconds(millisecond));
        }

        _time.Offset.ShouldBe(first);
    }

    [Fact]
    public void A_clock_that_somebody_sets_right_is_no_longer_corrected()
    {
        Answer(made: Now, received: Now.AddHours(1));

        Answer(made: Now.AddMinutes(1), received: Now.AddMinutes(1).AddSeconds(2));

        _time.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void An_answer_without_a_date_tells_nothing()
    {
        Answer(made: Now, received: Now.AddHours(1));
        var known = _time.Offset;

        _time.Observe(null, Now, TimeSpan.Zero);

        _time.Offset.ShouldBe(known);
        new ServerTime().IsKnown.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_date_that_cannot_be_is_not_believed(string date)
    {
        Answer(made: Now, received: Now.AddHours(1));
        var known = _time.Offset;

        Answer(made: DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture), received: Now.AddHours(1));

        _time.Offset.ShouldBe(known);
    }

    private void Answer(DateTimeOffset made, DateTimeOffset received, TimeSpan took = default) => _time.Observe(made, received, took);
}
