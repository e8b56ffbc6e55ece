using System.Text.Json;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Tests.Services;

/// <summary>The spellings of time that Globus services use, in a member that has one.</summary>
public class GlobusDateTimeConverterTests
{
    [Theory]
    [InlineData("2024-05-06T07:08:09+00:00", "2024-05-06T07:08:09.0000000+00:00")]
    [InlineData("2024-05-06T07:08:09Z", "2024-05-06T07:08:09.0000000+00:00")]
    [InlineData("2024-05-06T07:08:09", "2024-05-06T07:08:09.0000000+00:00")]
    [InlineData("2024-05-06 07:08:09", "2024-05-06T07:08:09.0000000+00:00")]
    [InlineData("2024-05-06 07:08:09+00:00", "2024-05-06T07:08:09.0000000+00:00")]
    [InlineData("2024-05-06 07:08:09.123456", "2024-05-06T07:08:09.1234560+00:00")]
    [InlineData("2024-05-06T07:08:09.123456-05:00", "2024-05-06T07:08:09.1234560-05:00")]
    [InlineData("2024-05-06", "2024-05-06T00:00:00.0000000+00:00")]
    public void Every_spelling_is_read_and_utc_where_none_says_otherwise(string text, string expected) =>
        Read(text).ToString("O").ShouldBe(expected);

    [Theory]
    [InlineData("2024-05-06 07:08:09", "2024-05-06T07:08:09\\u002B00:00")]
    [InlineData("2024-05-06T07:08:09.5-05:00", "2024-05-06T07:08:09.5-05:00")]
    public void A_time_is_written_so_that_it_reads_the_same(string text, string expected)
    {
        var json = JsonSerializer.Serialize(Membership(text), GroupsJsonContext.Default.GroupMembership);

        json.ShouldContain($"\"updated\":\"{expected}\"");
        JsonSerializer.Deserialize(json, GroupsJsonContext.Default.GroupMembership)!.Updated.ShouldBe(Read(text));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2024-13-01")]
    [InlineData("07:08:09")]
    [InlineData("1.5")]
    [InlineData("")]
    public void What_is_no_time_is_refused(string text) => Should.Throw<JsonException>(() => Membership(text)).Path.ShouldBe("$.updated");

    [Fact]
    public void A_number_is_no_time() =>
        Should.Throw<JsonException>(static () => JsonSerializer.Deserialize("""{"identity_id":"x","updated":1700000000}""", GroupsJsonContext.Default.GroupMembership));

    private static DateTimeOffset Read(string text) => Membership(text).Updated!.Value;

    private static GroupMembership Membership(string updated) =>
        JsonSerializer.Deserialize($$"""{"identity_id":"x","updated":"{{updated}}"}""", GroupsJsonContext.Default.GroupMembership)!;
}
