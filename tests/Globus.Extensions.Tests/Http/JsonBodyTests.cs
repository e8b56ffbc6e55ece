using System.Text.Json.Nodes;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Tests.Http;

public sealed class JsonBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_has_a_length_and_can_be_sent_again()
    {
        using var body = JsonBody.Wrap("project", new ProjectUpdate { DisplayName = "Zoë" }, AuthJsonContext.Default.ProjectUpdate);

        var first = await body.ReadAsByteArrayAsync(Cancellation);

        body.Headers.ContentType!.MediaType.ShouldBe("application/json");
        body.Headers.ContentLength.ShouldBe(first.Length);
        ReplayableContent.CanReplay(body).ShouldBeTrue();
        (await body.ReadAsByteArrayAsync(Cancellation)).ShouldBe(first);
        JsonNode.Parse(first)!["project"]!["display_name"]!.GetValue<string>().ShouldBe("Zoë");
    }

    [Fact]
    public async Task Additional_members_stand_beside_the_others_and_stay_the_callers()
    {
        var additional = new JsonObject { ["odd"] = new JsonArray(1, "two"), ["none"] = null };

        using var body = JsonBody.Wrap("project", new ProjectUpdate { DisplayName = "d" }, AuthJsonContext.Default.ProjectUpdate, additional);

        (await body.ReadAsStringAsync(Cancellation)).ShouldBe("""{"project":{"display_name":"d","odd":[1,"two"],"none":null}}""");
        additional["odd"]!.Parent.ShouldBeSameAs(additional);
    }
}
