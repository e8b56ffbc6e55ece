using System.Net;
using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Http;

public class CredentialRedactionTests
{
    private const string Marker = "MARKERabc123DEF456ghi789";

    [Theory]
    [InlineData("""{"access_token":"MARKERabc123DEF456ghi789"}""")]
    [InlineData("""{"code":"A","message":"m","errors":[{"refresh_token":"MARKERabc123DEF456ghi789"}]}""")]
    [InlineData("""{"request":{"client_secret":"MARKERabc123DEF456ghi789","ID-Token":["MARKERabc123DEF456ghi789"]}}""")]
    [InlineData("""{"access\u005ftoken":"MARKERabc123DEF456ghi789"}""")]
    [InlineData("""{"other_tokens":[{"accessToken":"MARKERabc123DEF456ghi789"}]}""")]
    [InlineData("""{"echo":{"code":"MARKERabc123DEF456ghi789"}}""")]
    [InlineData("""{"error":"invalid_grant","code":"MARKERabc123DEF456ghi789"}""")]
    [InlineData("""{"code":"MARKERabc123DEF456ghi789","message":"m"}""")]
    [InlineData("""{"grant_type":"authorization_code","code":"MARKERabc123DEF456ghi789","code_verifier":"MARKERabc123DEF456ghi789"}""")]
    [InlineData("""{"message":"bad form: grant_type=x&code=MARKERabc123DEF456ghi789&client_secret=MARKERabc123DEF456ghi789"}""")]
    [InlineData("""{"message":"header was Authorization: Bearer MARKERabc123DEF456ghi789"}""")]
    [InlineData("""{"message":"{\"access_token\": \"MARKERabc123DEF456ghi789\", \"x\": 1}"}""")]
    [InlineData("""{"code":"A","message":"m","request_id":"r","authorization_parameters":{"id_token":"MARKERabc123DEF456ghi789"}}""")]
    [InlineData("""["access_token", {"access_token": {"value": "MARKERabc123DEF456ghi789"}}]""")]
    [InlineData("""{"access_token": "MARKERabc123DEF456ghi789""")]
    [InlineData("""{"broken": 1, "client_secret" : "MARK\"MARKERabc123DEF456ghi789", """)]
    [InlineData("""{"broken": 1, "client_secrets" : ["MARKERabc123DEF456ghi789", """)]
    [InlineData("""{"broken": "{\"id_token\":\"MARKERabc123DEF456ghi789\"}""")]
    [InlineData("""<pre>GET /cb?code=MARKERabc123DEF456ghi789&amp;state=1</pre>""")]
    [InlineData("refresh_token=MARKERabc123DEF456ghi789")]
    [InlineData("Cookie=x; Authorization: Basic MARKERabc123DEF456ghi789")]
    public async Task No_credential_of_the_body_reaches_the_exception(string body)
    {
        foreach (var contentType in (string?[])["application/json", "text/plain", "application/vnd.api+json", null])
        {
            var exception = await ErrorResponse.ReadAsync(body, HttpStatusCode.Unauthorized, contentType, GlobusService.Auth);

            ShouldNotShow(exception, Marker);
            exception.RawBody.ShouldContain(CredentialRedactor.Mask);
        }
    }

    [Theory]
    [InlineData("Bearer MARKERabc123DEF456ghi789")]
    [InlineData("Basic MARKERabc123DEF456ghi789")]
    [InlineData("MARKERabc123DEF456ghi789")]
    public async Task The_credential_of_the_request_is_not_shown_wherever_the_body_repeats_it(string authorization)
    {
        var response = ErrorResponse.Of(
            HttpStatusCode.Unauthorized,
            new StringContent("""{"code":"A","message":"MARKERabc123DEF456ghi789 is not active","x MARKERabc123DEF456ghi789":1}"""),
            authorization: authorization);

        ShouldNotShow(await ErrorResponse.ReadAsync(response), Marker);
    }

    [Theory]
    [InlineData("""{"code":"ClientError.NotFound","message":"m"}""")]
    [InlineData("""{"errors":[{"code":"DEPENDENT_CONSENT_REQUIRED","detail":"d"}],"error":"forbidden"}""")]
    [InlineData("""{"error":{"code":"UNPROCESSABLE_ENTITY"}}""")]
    [InlineData("""{"message":"Invalid token: expired","token_type":"Bearer","code_challenge":"x","next_token":null}""")]
    [InlineData("""{"message":"error code=404; Basic authentication is needed; Token is not active"}""")]
    [InlineData("Status code: 502")]
    public async Task What_is_no_credential_stays_readable(string body) =>
        (await ErrorResponse.ReadAsync(body)).RawBody.ShouldBe(body);

    [Fact]
    public async Task A_masked_code_is_not_given_as_the_code_of_the_error()
    {
        var exception = await ErrorResponse.ReadAsync("""{"error":"invalid_grant","code":"short"}""");

        exception.Code.ShouldBeNull();
        exception.Message.ShouldContain("code invalid_grant");
    }

    [Fact]
    public async Task Masking_keeps_the_rest_of_the_document()
    {
        var exception = await ErrorResponse.ReadAsync("""{"a":[1.50,null,true,"é"],"client_secret":"x","message":"m"}""");

        exception.RawBody.ShouldBe("""{"a":[1.50,null,true,"é"],"client_secret":"[redacted]","message":"m"}""");
        exception.RawJson!.Value.GetProperty("message").GetString().ShouldBe("m");
    }

    private static void ShouldNotShow(GlobusApiException exception, string secret)
    {
        exception.ToString().ShouldNotContain(secret);
        exception.RawBody.ShouldNotContain(secret);
        exception.RawJson?.GetRawText().ShouldNotContain(secret);
        exception.AuthorizationScheme.ShouldNotBe(secret);
        exception.ReasonPhrase.ShouldNotBe(secret);
        string.Concat(exception.Messages).ShouldNotContain(secret);
        string.Concat(exception.Errors.Select(static error => error.ToString() + (error.Raw.ValueKind is JsonValueKind.Undefined ? "" : error.Raw.GetRawText()))).ShouldNotContain(secret);
        string.Concat(exception.AllAuthorizationRequirements.Select(static found => found.ToJson(includeExtra: true))).ShouldNotContain(secret);
        (exception.Code ?? "").ShouldNotContain(secret);
    }
}
