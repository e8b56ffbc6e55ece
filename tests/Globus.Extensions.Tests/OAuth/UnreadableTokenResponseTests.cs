using System.Net;
using Globus.Extensions.Http;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>A 2xx of the token endpoint that is no token response.</summary>
public class UnreadableTokenResponseTests
{
    [Theory]
    [InlineData("""{"access_token":"marker","resource_server":"r","other_tokens":[]}""", "'scope'")]
    [InlineData("""{"access_token":"marker","scope":"s"}""", "'resource_server'")]
    [InlineData("""{"refresh_token":"marker","scope":"s","resource_server":"r"}""", "'access_token'")]
    [InlineData("""{"access_token":null,"refresh_token":"marker","scope":"s","resource_server":"r"}""", "'access_token'")]
    [InlineData("""{"access_token":["marker"],"scope":"s","resource_server":"r"}""", "'access_token'")]
    [InlineData("""{"access_token":"marker","scope":"s","resource_server":"r","other_tokens":[{"access_token":"marker","scope":"s"}]}""", "'other_tokens[0].resource_server'")]
    [InlineData("""{"access_token":"marker","scope":"s","resource_server":"r","other_tokens":{}}""", "'other_tokens'")]
    [InlineData("""{"access_token":"marker","scope":"s","resource_server":"r","other_tokens":"none"}""", "'other_tokens'")]
    [InlineData("""{"access_token":"marker","scope":"s","resource_server":"r","other_tokens":[1]}""", "'other_tokens[0]'")]
    [InlineData("""{"access_token":"marker","scope":"s","resource_server":"r","id_token":{}}""", "'id_token'")]
    public async Task The_member_that_is_wrong_is_named_and_no_token_is_told(string json, string member)
    {
        var exception = await ReadAsync(ScriptedHandler.Json(json));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.Message.ShouldContain(member);
        exception.RawBody.ShouldNotBeEmpty();
        $"{exception} {exception.RawBody} {exception.RawJson}".ShouldNotContain("marker");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"token\"")]
    [InlineData("")]
    [InlineData("{\"access_token\":")]
    public async Task Something_other_than_a_json_object_is_an_api_error(string json) =>
        (await ReadAsync(ScriptedHandler.Json(json))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("""{"access_token":"a","scope":"\ud800","resource_server":"r"}""")]
    [InlineData("""{"access_token":"a","scope":"s","resource_server":"r","\udc00":1}""")]
    public async Task Half_of_a_surrogate_pair_is_an_api_error(string json) =>
        (await ReadAsync(ScriptedHandler.Json(json))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_page_in_place_of_json_is_shown_by_its_beginning()
    {
        var page = "<html>Log in to the hotel network" + new string('x', 50_000);

        var exception = await ReadAsync(ScriptedHandler.Text(page, "text/html"));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.RequestUri.ShouldBe(new Uri("https://auth.globus.org/v2/oauth2/token"));
        exception.RawBody.ShouldStartWith("<html>Log in to the hotel network");
        exception.RawBody.Length.ShouldBeLessThan(17_000);
        exception.IsBodyClipped.ShouldBeTrue();
    }

    private static async Task<AuthApiException> ReadAsync(Func<HttpResponseMessage> answer)
    {
        using var auth = ScriptedAuth.Native(answer);
        return await Should.ThrowAsync<AuthApiException>(() => auth.Client.RefreshTokenAsync("r", cancellationToken: TestContext.Current.CancellationToken));
    }
}
