using System.Net;
using System.Text;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Http;

public class ApiErrorBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_truncated_body_still_gives_the_status()
    {
        var content = new StreamContent(new BrokenStream("""{"code":"A","message":"half of it""", new IOException("reset")));

        var exception = await ErrorResponse.ReadAsync(ErrorResponse.Of(HttpStatusCode.BadGateway, content));

        exception.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        exception.RawBody.ShouldBe("""{"code":"A","message":"half of it""" + ApiErrorBody.ClipMark);
        exception.IsBodyClipped.ShouldBeTrue();
        exception.RawJson.ShouldBeNull();
    }

    [Fact]
    public async Task A_body_that_was_read_or_disposed_before_still_gives_the_status()
    {
        var content = new StreamContent(new MemoryStream([1, 2, 3]));
        content.Dispose();

        var exception = await ErrorResponse.ReadAsync(ErrorResponse.Of(HttpStatusCode.Conflict, content));

        exception.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        exception.IsBodyClipped.ShouldBeTrue();
    }

    [Fact]
    public async Task A_read_that_times_out_without_the_caller_cancelling_still_gives_the_status()
    {
        var content = new StreamContent(new BrokenStream("", new OperationCanceledException("attempt timed out")));

        var exception = await ErrorResponse.ReadAsync(ErrorResponse.Of(HttpStatusCode.BadGateway, content));

        exception.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task The_cancellation_of_the_caller_is_not_swallowed()
    {
        using var response = ErrorResponse.Of(HttpStatusCode.BadGateway, new StreamContent(new MemoryStream([1])));

        await Should.ThrowAsync<OperationCanceledException>(
            () => ApiErrorParser.FromResponseAsync(GlobusService.Other, response, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Of_an_enormous_body_only_the_beginning_is_read()
    {
        var stream = new EndlessStream();

        var exception = await ErrorResponse.ReadAsync(ErrorResponse.Of(HttpStatusCode.BadGateway, new StreamContent(stream), "text/html"));

        stream.Delivered.ShouldBeLessThanOrEqualTo(ApiErrorBodyReader.Limit + 1);
        exception.RawBody.Length.ShouldBe(ApiErrorBody.LongestText + ApiErrorBody.ClipMark.Length);
        exception.IsBodyClipped.ShouldBeTrue();
        exception.Message.Length.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_whole()
    {
        var body = "{\"code\":\"" + new string('a', ApiErrorBodyReader.Limit - 11) + "\"}";

        var exception = await ErrorResponse.ReadAsync(body);

        exception.Code!.Length.ShouldBe(ApiErrorBodyReader.Limit - 11);
        exception.Message.Length.ShouldBeLessThan(1300);
    }

    [Fact]
    public async Task A_long_text_is_not_cut_inside_of_a_character()
    {
        var exception = await ErrorResponse.ReadAsync("x" + string.Concat(Enumerable.Repeat("😀", 10_000)), contentType: "text/plain");

        exception.RawBody.ShouldEndWith("😀" + ApiErrorBody.ClipMark);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<html>Bad Gateway</html>", "text/html")]
    [InlineData("{\"code\":\"A\"", "application/json")]
    [InlineData("{\"code\":\"A\"}", "application/jsonp")]
    [InlineData("{\"code\":\"A\"}", ";;; application/json")]
    [InlineData("{\"code\":\"\\ud800\"}", "application/json")]
    public async Task A_body_that_is_no_json_is_kept_as_text(string body, string? contentType)
    {
        var exception = await ErrorResponse.ReadAsync(body, contentType: contentType);

        exception.RawBody.ShouldBe(body);
        exception.RawJson.ShouldBeNull();
        exception.Errors.ShouldBeEmpty();
        exception.IsBodyClipped.ShouldBeFalse();
    }

    [Fact]
    public async Task Json_nested_too_deeply_is_kept_as_text() =>
        (await ErrorResponse.ReadAsync(new string('[', 5000))).RawJson.ShouldBeNull();

    [Theory]
    [InlineData("utf-8", "application/json")]
    [InlineData("utf-8", "application/json; charset=iso-8859-1")]
    [InlineData("utf-8", "Application/Problem+JSON; charset=no-such-charset")]
    [InlineData("utf-8", "application/json; charset=utf-16")]
    [InlineData("utf-16", "application/json; charset=\"utf-16\"; x=y")]
    [InlineData("iso-8859-1", "application/json;charset=ISO-8859-1")]
    public async Task The_encoding_is_found_out_even_if_the_header_is_wrong(string encoding, string contentType)
    {
        var content = new ByteArrayContent(Encoding.GetEncoding(encoding).GetBytes("""{"message":"Zürich"}"""));

        (await ErrorResponse.ReadAsync(ErrorResponse.Of(HttpStatusCode.Conflict, content, contentType))).ApiMessage.ShouldBe("Zürich");
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm() =>
        (await ErrorResponse.ReadAsync("\uFEFF{\"message\":\"m\"}")).ApiMessage.ShouldBe("m");

    [Fact]
    public async Task Reading_leaves_the_response_usable_for_its_owner()
    {
        using var response = ErrorResponse.Of(HttpStatusCode.Conflict, new ByteArrayContent("{}"u8.ToArray()));

        _ = await ApiErrorParser.FromResponseAsync(GlobusService.Other, response, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    /// <summary>Gives its text, then fails.</summary>
    private sealed class BrokenStream(string text, Exception failure) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw failure;
        }
    }

    /// <summary>Gives the letter a for ever.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public long Delivered { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Delivered += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
