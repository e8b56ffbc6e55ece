using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.AuthorizationRequirements;

namespace Globus.Extensions.Tests.Http;

public class ApiErrorParserTests
{
    [Theory]
    [InlineData((int)GlobusService.Other, typeof(GlobusApiException))]
    [InlineData((int)GlobusService.Auth, typeof(AuthApiException))]
    [InlineData((int)GlobusService.Groups, typeof(GroupsApiException))]
    [InlineData((int)GlobusService.Transfer, typeof(TransferApiException))]
    public async Task Each_service_has_its_own_exception(int service, Type type) =>
        (await ErrorResponse.ReadAsync("{}", service: (GlobusService)service)).ShouldBeOfType(type);

    [Fact]
    public async Task The_text_names_request_answer_and_id()
    {
        var exception = await ErrorResponse.ReadAsync(
            """{"code":"ClientError.NotFound","message":"No such\r\ntask","request_id":"r1"}""", HttpStatusCode.NotFound);

        exception.Message.ShouldBe(
            "GET https://transfer.api.globus.org/v0.10/task_list failed with status 404 Not Found, code ClientError.NotFound: "
            + "No such  task. Request id: r1.");
        exception.ApiMessage.ShouldBe("No such\r\ntask");
    }

    [Fact]
    public async Task The_error_of_oauth_is_part_of_the_text()
    {
        var exception = await ErrorResponse.ReadAsync(
            """{"error":"invalid_grant","error_description":"Bad thing"}""", service: GlobusService.Auth);

        exception.OAuthError.ShouldBe("invalid_grant");
        exception.OAuthErrorDescription.ShouldBe("Bad thing");
        exception.Code.ShouldBeNull();
        exception.Message.ShouldContain("code invalid_grant: Bad thing. The code or refresh token is used up");
    }

    [Theory]
    [InlineData(401, null, "{}", "No usable credential was sent")]
    [InlineData(401, "Bearer abcdefgh", "{}", "The credential was rejected")]
    [InlineData(403, "Bearer abcdefgh", "{}", "lack the permission")]
    [InlineData(401, null, """{"error":"invalid_client"}""", "Check the client id")]
    [InlineData(403, null, """{"code":"ConsentRequired","required_scopes":["s[*o]","t"]}""", "log in again with the scopes s[*o], t.")]
    [InlineData(403, null, """{"authorization_parameters":{}}""", "AuthorizationRequirements")]
    public async Task A_401_and_a_403_say_what_to_do(int status, string? authorization, string body, string hint) =>
        (await ErrorResponse.ReadAsync(body, (HttpStatusCode)status, authorization: authorization)).Message.ShouldContain(hint);

    [Fact]
    public async Task A_dependent_consent_error_names_its_scopes()
    {
        var exception = await ErrorResponse.ReadAsync(
            """{"error":"dependent_consent_required","errors":[{"unapproved_scopes":["a"]}]}""", HttpStatusCode.Forbidden);

        exception.RequiredScopes.ShouldBe(["a"]);
        exception.AllAuthorizationRequirements.ShouldHaveSingleItem().ShouldBe(exception.AuthorizationRequirements);
    }

    [Fact]
    public async Task The_scopes_of_several_requirements_are_named_together()
    {
        var exception = await ErrorResponse.ReadAsync(
            """
            {"errors":[
              {"code":"X","authorization_parameters":{"required_scopes":["a","b"]}},
              {"code":"ConsentRequired","required_scopes":["b","c"]}]}
            """);

        exception.RequiredScopes.ShouldBe(["a", "b", "c"]);
        exception.AuthorizationRequirements!.Code.ShouldBe("X");
    }

    [Fact]
    public async Task The_address_is_given_without_user_and_query()
    {
        var response = ErrorResponse.Of(HttpStatusCode.NotFound, new StringContent(""));
        response.RequestMessage!.RequestUri = new Uri("https://me:pass@auth.globus.org:8443/v2/a%20b?code=x&state=y#f");

        var exception = await ErrorResponse.ReadAsync(response);

        exception.RequestUri!.AbsoluteUri.ShouldBe("https://auth.globus.org:8443/v2/a%20b");
        exception.ToString().ShouldNotContain("pass");
        exception.ToString().ShouldNotContain("state");
    }

    [Fact]
    public async Task A_relative_address_is_given_without_its_query()
    {
        var response = ErrorResponse.Of(HttpStatusCode.NotFound, new StringContent(""));
        response.RequestMessage!.RequestUri = new Uri("v2/token?code=x", UriKind.Relative);

        (await ErrorResponse.ReadAsync(response)).RequestUri!.OriginalString.ShouldBe("v2/token");
    }

    [Fact]
    public async Task A_response_without_a_request_has_a_text_all_the_same()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadGateway);

        var exception = await ErrorResponse.ReadAsync(response);

        exception.Message.ShouldBe("The request failed with status 502 Bad Gateway.");
        exception.RequestMethod.ShouldBeNull();
        exception.RequestUri.ShouldBeNull();
    }

    [Fact]
    public async Task Retry_after_is_measured_by_the_clock_of_the_server()
    {
        var response = ErrorResponse.Of(HttpStatusCode.ServiceUnavailable, new StringContent(""));
        response.Headers.Date = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(new DateTimeOffset(2001, 1, 1, 0, 1, 30, TimeSpan.Zero));

        (await ErrorResponse.ReadAsync(response)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    [InlineData("Mon, 01 Jan 2001 00:00:00 GMT", null)]
    public async Task Retry_after_in_seconds_is_taken_and_what_cannot_be_read_is_not(string header, int? seconds)
    {
        var response = ErrorResponse.Of(HttpStatusCode.ServiceUnavailable, new StringContent(""));
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        (await ErrorResponse.ReadAsync(response)).RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public void An_exception_can_be_made_by_hand()
    {
        var exception = new TransferApiException(HttpStatusCode.Conflict, "ClientError.Conflict", "Exists.");

        exception.Message.ShouldBe("The request failed with status 409 Conflict, code ClientError.Conflict: Exists.");
        exception.Code.ShouldBe("ClientError.Conflict");
        exception.Messages.ShouldBe(["Exists."]);
        exception.RawBody.ShouldBeEmpty();
    }

    [Fact]
    public void No_json_document_makes_parsing_fail() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(JsonTexts.Arbitrary, static text => Parse(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void No_bytes_make_parsing_fail() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), JsonTexts.Arbitrary, static (noise, text) =>
            {
                var json = Encoding.UTF8.GetBytes(text);
                Parse([.. json[..(json.Length / 2)], .. noise, .. json[(json.Length / 2)..]]);
            }));

    private static void Parse(byte[] body)
    {
        foreach (var contentType in (string?[])["application/json", "application/vnd.api+json", "text/plain; charset=utf-16", null])
        {
            using var response = ErrorResponse.Of(HttpStatusCode.Forbidden, new StringContent(""), contentType, "Bearer abcdefgh");
            var exception = ApiErrorParser.Create(GlobusService.Auth, response, body, bodyClipped: false);
            exception.Message.ShouldNotBeNullOrEmpty();
            exception.Message.Any(char.IsControl).ShouldBeFalse();
            exception.RawJson?.GetRawText().ShouldBe(exception.RawBody);
        }
    }
}
