using System.Net;
using Globus.Extensions.Http;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>A code works once, so a request that may have been carried out is not repeated.</summary>
public class CodeIsSentOnceTests
{
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_code_is_not_sent_again_after_an_error(HttpStatusCode status)
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Status(status));

        var exception = await Should.ThrowAsync<AuthApiException>(() => auth.Client.StartFlow().ExchangeCodeAsync("code", TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(status);
        auth.Handler.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_code_is_not_sent_again_after_a_503_that_says_when_to_come_back()
    {
        using var auth = ScriptedAuth.Native(static () =>
        {
            var response = ScriptedHandler.Status(HttpStatusCode.ServiceUnavailable)();
            response.Headers.Add("Retry-After", "1");
            return response;
        });

        await Should.ThrowAsync<AuthApiException>(() => auth.Client.StartFlow().ExchangeCodeAsync("code", TestContext.Current.CancellationToken));

        auth.Handler.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task A_code_is_not_sent_again_after_a_reset(HttpRequestError error)
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Failure(error));

        await Should.ThrowAsync<HttpRequestException>(() => auth.Client.StartFlow().ExchangeCodeAsync("code", TestContext.Current.CancellationToken));

        auth.Handler.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_code_is_sent_again_where_no_byte_of_it_left()
    {
        using var auth = ScriptedAuth.Native(
            ScriptedHandler.Failure(HttpRequestError.ConnectionError), ScriptedHandler.Json("""{"access_token":"a","scope":"s","resource_server":"r"}"""));

        (await auth.Client.StartFlow().ExchangeCodeAsync("code", TestContext.Current.CancellationToken)).Tokens.ShouldHaveSingleItem();

        auth.Handler.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_code_is_not_resent_to_where_a_redirect_points()
    {
        using var auth = ScriptedAuth.Native(static () =>
        {
            var response = ScriptedHandler.Status(HttpStatusCode.TemporaryRedirect)();
            response.Headers.Location = new Uri("https://elsewhere.example/");
            return response;
        });

        var exception = await Should.ThrowAsync<AuthApiException>(() => auth.Client.StartFlow().ExchangeCodeAsync("code", TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        auth.Handler.Requests.ShouldHaveSingleItem();
    }
}
