using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class BookmarkTests
{
    [Fact]
    public async Task A_bookmark_is_made_read_listed_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var created = await user.PostAsync("bookmark", Document("results"));
        var id = created["id"];
        var changed = await user.PutAsync($"bookmark/{id}", """{"name":"outcomes","pinned":true}""");
        var read = await user.GetAsync($"bookmark/{id}");
        var list = await user.GetAsync("bookmark_list");
        var deleted = await user.DeleteAsync($"bookmark/{id}");
        var gone = await user.GetAsync($"bookmark/{id}");

        created.Status.ShouldBe(HttpStatusCode.Created);
        created["DATA_TYPE"].ShouldBe("bookmark");
        created["name"].ShouldBe("results");
        created["endpoint_id"].ShouldBe(First);
        created["path"].ShouldBe("/~/");
        changed["name"].ShouldBe("outcomes");
        changed["path"].ShouldBe("/~/");
        read.Json.GetProperty("pinned").GetBoolean().ShouldBeTrue();
        list["DATA_TYPE"].ShouldBe("bookmark_list");
        list.Json.GetProperty("DATA").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(id);
        deleted["code"].ShouldBe("Deleted");
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        gone["code"].ShouldBe("BookmarkNotFound");
    }

    [Fact]
    public async Task A_name_is_taken_once_by_each_person()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        await ada.PostAsync("bookmark", Document("one"));
        var second = (await ada.PostAsync("bookmark", Document("two")))["id"];

        var again = await ada.PostAsync("bookmark", Document("one"));
        var renamed = await ada.PutAsync($"bookmark/{second}", """{"name":"one"}""");
        var itself = await ada.PutAsync($"bookmark/{second}", """{"name":"two"}""");
        var hers = await grace.PostAsync("bookmark", Document("one"));
        var foreign = await grace.GetAsync($"bookmark/{second}");

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again["code"].ShouldBe("Conflict");
        renamed["code"].ShouldBe("Conflict");
        itself.Status.ShouldBe(HttpStatusCode.OK);
        hers.Status.ShouldBe(HttpStatusCode.Created);
        foreign["code"].ShouldBe("BookmarkNotFound");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData($$"""{"name":"","endpoint_id":"{{First}}","path":"/"}""")]
    [InlineData($$"""{"name":"a","endpoint_id":"{{First}}","path":"../a"}""")]
    [InlineData($$"""{"name":"a","endpoint_id":"{{First}}","path":"/a/../b"}""")]
    [InlineData("""{"name":"a","endpoint_id":"first","path":"/"}""")]
    [InlineData($$"""{"DATA_TYPE":"endpoint","name":"a","endpoint_id":"{{First}}","path":"/"}""")]
    public async Task A_malformed_bookmark_is_400(string document)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.PostAsync("bookmark", document);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
        answer["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task A_bookmark_leads_to_a_collection_that_is_there()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        var bookmark = (await user.PostAsync("bookmark", Document("first")))["id"];

        (await user.PostAsync("bookmark", Document("nowhere").Replace(First, AdaId)))["code"].ShouldBe("EndpointNotFound");
        (await user.PutAsync($"bookmark/{bookmark}", $$"""{"endpoint_id":"{{Second}}"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Version_2_shows_the_same_bookmarks_as_resources()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var created = await user.PostAsync("v2/bookmarks", ResourceOf("results"));
        var id = created.Json.GetProperty("data").GetProperty("id").GetString();
        var changed = await user.PatchAsync($"v2/bookmarks/{id}", """{"data":{"type":"Bookmark","attributes":{"name":"outcomes","path":"/home/"}}}""");
        var read = await user.GetAsync($"v2/bookmarks/{id}?include=collection");
        var old = await user.GetAsync($"bookmark/{id}");
        var deleted = await user.DeleteAsync($"v2/bookmarks/{id}");

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.TryGetProperty("included", out _).ShouldBeFalse();
        changed.Json.GetProperty("data").GetProperty("attributes").GetProperty("path").GetString().ShouldBe("/home/");
        var included = read.Json.GetProperty("included").EnumerateArray().ShouldHaveSingleItem();
        included.GetProperty("id").GetString().ShouldBe(First);
        included.GetProperty("attributes").GetProperty("display_name").GetString().ShouldBe("Emulator Collection 1");
        old["name"].ShouldBe("outcomes");
        deleted.Json.GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await user.GetAsync($"v2/bookmarks/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Version_2_lists_pages_that_lead_to_the_next()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        foreach (var name in "abcde".Select(static letter => letter.ToString()))
        {
            await user.PostAsync("v2/bookmarks", ResourceOf(name));
        }

        var names = "";
        for (var path = "v2/bookmarks?page[limit]=2&include=collection"; path is not null;)
        {
            var page = await user.GetAsync(path);
            page.Json.GetProperty("included").GetArrayLength().ShouldBe(1);
            names += string.Concat(page.Json.GetProperty("data").EnumerateArray().Select(static one => one.GetProperty("attributes").GetProperty("name").GetString())) + " ";
            path = page.Json.GetProperty("links") is { ValueKind: System.Text.Json.JsonValueKind.Object } links
                ? "v2/bookmarks" + new Uri(links.GetProperty("next").GetString()!).Query
                : null;
        }

        names.ShouldBe("ab cd e ");
    }

    [Fact]
    public async Task Version_2_hides_paths_of_high_assurance_collections_in_lists()
    {
        var options = new GlobusEmulatorOptions();
        options.Collections.Add(new() { DisplayName = "Vault", HighAssurance = true });
        await using var driver = await EmulatorDriver.StartAsync(options);
        var user = await LogInAsync(driver);
        var id = (await user.PostAsync("v2/bookmarks", ResourceOf("secret").Replace(First, $"{options.Collections[0].Id}"))).Json.GetProperty("data").GetProperty("id").GetString();

        var listed = (await user.GetAsync("v2/bookmarks")).Json.GetProperty("data")[0].GetProperty("attributes");
        var read = (await user.GetAsync($"v2/bookmarks/{id}")).Json.GetProperty("data").GetProperty("attributes");

        listed.GetProperty("path").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        read.GetProperty("path").GetString().ShouldBe("/~/");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":{"type":"Bookmark"}}""")]
    [InlineData("""{"data":{"type":"Bookmark","attributes":{"name":"a","path":"/"}}}""")]
    [InlineData("""{"data":{"type":"Bookmark","attributes":{"name":"a","path":"/"},"relationships":{"collection":{"data":{"type":"Endpoint","id":"c0111ec7-0000-4000-8000-000000000001"}}}}}""")]
    [InlineData("""{"data":{"type":"Tunnel","attributes":{"name":"a","path":"/"},"relationships":{"collection":{"data":{"type":"Collection","id":"c0111ec7-0000-4000-8000-000000000001"}}}}}""")]
    public async Task A_malformed_resource_is_400(string document)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.PostAsync("v2/bookmarks", document))["code"].ShouldBe("BadRequest");
    }

    [Theory]
    [InlineData("page[limit]=-1")]
    [InlineData("page[limit]=0")]
    [InlineData("page[limit]=1001")]
    [InlineData("page[marker]=x")]
    [InlineData("include=owner")]
    public async Task A_malformed_page_is_400(string query)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.GetAsync("v2/bookmarks?" + query))["code"].ShouldBe("BadRequest");
    }

    private static string Document(string name) => $$"""{"DATA_TYPE":"bookmark","name":"{{name}}","endpoint_id":"{{First}}","path":"/~/"}""";

    private static string ResourceOf(string name) =>
        $$"""
        {"data":{"type":"Bookmark","attributes":{"name":"{{name}}","path":"/~/" },
         "relationships":{"collection":{"data":{"type":"Collection","id":"{{First}}" } } } } }
        """;
}
