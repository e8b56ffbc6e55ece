using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>The resources of the second version of the service, which come in envelopes, as flat records.</summary>
public sealed class JsonApiTests
{
    private static readonly Guid Id = new("10000000-0000-4000-8000-000000000001");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_resource_has_beside_what_is_known_is_kept()
    {
        var tunnel = await GetTunnelAsync(
            """
            {"data":{"type":"Tunnel","id":"t","attributes":{"label":"l","owner_id":"shy","tomorrow":1,"id":"other"},
             "relationships":{"owner":{"data":{"type":"Identity","id":"i"}},"listener":{"data":{"type":"Socket","id":"s"}},
                              "initiator":{"data":{"type":"StreamAccessPoint","id":"a"},"links":{"self":"x"}},"witness":{"data":null}},
             "links":{"self":"/v2/tunnels/t"}}}
            """);

        tunnel.Id.Value.ShouldBe("t");
        tunnel.Label.ShouldBe("l");
        tunnel.OwnerId!.Value.Value.ShouldBe("i");
        tunnel.ListenerId.ShouldBeNull();
        tunnel.InitiatorId.ShouldBeNull();
        tunnel.ExtensionData!["tomorrow"].GetRawText().ShouldBe("1");
        tunnel.ExtensionData["attributes"].GetRawText().ShouldBe("""{"owner_id":"shy","id":"other"}""");
        tunnel.ExtensionData["relationships"].GetRawText()
            .ShouldBe("""{"listener":{"data":{"type":"Socket","id":"s"}},"initiator":{"data":{"type":"StreamAccessPoint","id":"a"},"links":{"self":"x"}},"witness":{"data":null}}""");
        tunnel.ExtensionData["links"].GetRawText().ShouldBe("""{"self":"/v2/tunnels/t"}""");
        tunnel.ExtensionData.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_resource_of_another_type_says_so()
    {
        (await GetTunnelAsync("""{"data":{"type":"Bridge","id":"t","attributes":null}}""")).ExtensionData!["type"].GetString().ShouldBe("Bridge");
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":"t"}""")]
    [InlineData("""{"data":{"type":"Tunnel"}}""")]
    [InlineData("""{"data":{"type":"Tunnel","id":null}}""")]
    [InlineData("""{"data":{"type":"Tunnel","id":7}}""")]
    [InlineData("""{"data":{"type":"Tunnel","id":"t","id":"u"}}""")]
    [InlineData("""{"data":{"type":"Tunnel","id":"\ud800"}}""")]
    [InlineData("""{"data":{"type":"\ud800","id":"t"}}""")]
    [InlineData("""{"data":{"type":"Tunnel","id":"t","attributes":{"lifetime_mins":"long"}}}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task A_200_that_is_no_tunnel_is_an_error_of_transfer(string json)
    {
        var exception = await Should.ThrowAsync<TransferApiException>(() => GetTunnelAsync(json));

        exception.InnerException.ShouldBeOfType<JsonException>();
        exception.RawBody.ShouldBe(json);
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":[null]}""")]
    [InlineData("""{"data":[{"type":"Tunnel"}]}""")]
    public async Task A_200_that_is_no_list_of_tunnels_is_an_error_of_transfer(string json)
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json(json));

        var exception = await Should.ThrowAsync<TransferApiException>(async () => await script.Client.Tunnels.ListAsync().GetAsyncEnumerator(Cancellation).MoveNextAsync());

        exception.InnerException.ShouldBeOfType<JsonException>();
    }

    [Fact]
    public async Task A_list_goes_on_where_its_link_says_and_stays_at_the_service()
    {
        using var script = new ScriptedTransfer(
            ScriptedHandler.Json("""{"data":[{"type":"Tunnel","id":"1"}],"links":{"next":"https://elsewhere.example/v2/tunnels?page%5Bmarker%5D=m&page%5Blimit%5D=1"},"meta":{"request_id":"r"}}"""),
            ScriptedHandler.Json("""{"data":[{"type":"Tunnel","id":"2"}],"links":{"next":{"href":"/v2/tunnels?page[marker]=n"}}}"""),
            ScriptedHandler.Json("""{"data":[{"type":"Tunnel","id":"3"}],"links":{"next":null}}"""));
        var pages = new List<GlobusPage<Tunnel>>();

        await foreach (var page in script.Client.Tunnels.ListAsync(1).AsPages(cancellationToken: Cancellation))
        {
            pages.Add(page);
        }

        pages.SelectMany(static page => page.Items).Select(static tunnel => tunnel.Id.Value).ShouldBe(["1", "2", "3"]);
        pages[0].ExtensionData!["meta"].GetProperty("request_id").GetString().ShouldBe("r");
        script.Sent.Select(static request => request.Uri.Host).Distinct().ShouldBe(["transfer.api.globus.org"]);
        script.Sent.Select(static request => Uri.UnescapeDataString(request.Uri.Query)).ShouldBe(["?page[limit]=1", "?page[marker]=m&page[limit]=1", "?page[marker]=n"]);
    }

    [Fact]
    public async Task Events_have_numbers_as_ids()
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json(
            """{"data":[{"type":"TunnelEvent","id":42,"attributes":{"code":"STARTED","is_error":false,"description":"started","details":"","time":"2025-12-12T21:49:22.183977"}}],"links":null}"""));

        var started = await script.Client.Tunnels.ListEventsAsync(Id).SingleAsync(Cancellation);

        started.Id.ShouldBe(42);
        started.Code.ShouldBe("STARTED");
        started.Time.ShouldBe(new DateTimeOffset(2025, 12, 12, 21, 49, 22, TimeSpan.Zero).AddTicks(1839770));
        started.ExtensionData.ShouldBeNull();
    }

    [Fact]
    public async Task A_bookmark_describes_its_collection_if_the_service_does()
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json(
            """
            {"data":{"type":"Bookmark","id":"b","attributes":{"name":"n","path":null},"relationships":{"collection":{"data":{"type":"Collection","id":"c"}}}},
             "included":[{"type":"Collection","id":"d","attributes":{"display_name":"another"}},{"type":"Collection","id":"c","attributes":{"display_name":"ours","high_assurance":true,"new":1},"links":{}}, 7]}
            """));

        var bookmark = await script.Client.BookmarksV2.GetAsync(Id, includeCollection: true, Cancellation);

        bookmark.CollectionId!.Value.Value.ShouldBe("c");
        bookmark.Collection!.DisplayName.ShouldBe("ours");
        bookmark.Collection.HighAssurance.ShouldBe(true);
        bookmark.Collection.ExtensionData!.Keys.ShouldBe(["new"]);
        bookmark.Path.ShouldBeNull();
    }

    private static async Task<Tunnel> GetTunnelAsync(string json)
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json(json));
        return await script.Client.Tunnels.GetAsync(Id, Cancellation);
    }
}
