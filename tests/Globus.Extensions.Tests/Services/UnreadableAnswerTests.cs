using System.Net;
using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

public class UnreadableAnswerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":{}}""")]
    [InlineData("""{"id":"\ud800"}""")]
    [InlineData("""{"id":["x"],"session_limit":"long"}""")]
    [InlineData("""{"session_limit":28800,"my_memberships":[]}""")]
    public async Task A_200_that_is_no_group_is_an_error_of_groups(string json)
    {
        var exception = await GetAsync(ScriptedHandler.Json(json));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.InnerException.ShouldBeOfType<JsonException>();
        exception.RawBody.ShouldBe(json);
    }

    [Fact]
    public async Task A_page_in_place_of_json_is_shown_by_its_beginning()
    {
        var exception = await GetAsync(ScriptedHandler.Text("<html>Sign in here" + new string(' ', 300_000), "text/html"));

        exception.Message.ShouldContain("service URL");
        exception.RawBody.ShouldStartWith("<html>Sign in here");
        exception.IsBodyClipped.ShouldBeTrue();
    }

    [Fact]
    public async Task A_204_has_nothing_to_read()
    {
        var exception = await GetAsync(static () => new HttpResponseMessage(HttpStatusCode.NoContent));

        exception.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<GroupsApiException> GetAsync(Func<HttpResponseMessage> answer)
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var groups = globus.ProvideScripted(new ScriptedHandler(answer)).GetRequiredService<GroupsClient>();
        return await Should.ThrowAsync<GroupsApiException>(() => groups.GetGroupAsync(ServiceClients.EngineBuilders, cancellationToken: TestContext.Current.CancellationToken));
    }
}
