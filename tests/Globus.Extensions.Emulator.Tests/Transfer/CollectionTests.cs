using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class CollectionTests
{
    [Fact]
    public async Task Every_kind_of_collection_has_its_document()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var first = await user.GetAsync($"endpoint/{First}");
        var guest = await user.GetAsync($"endpoint/{Guest}");
        var mapped = await user.GetAsync($"endpoint/{Mapped}");
        var endpoint = await user.GetAsync($"endpoint/{Endpoint}");

        first["entity_type"].ShouldBe("GCP_mapped_collection");
        first["owner_id"].ShouldBe(AdaId);
        first["owner_string"].ShouldBe(Ada);
        first.Json.GetProperty("my_effective_roles")[0].GetString().ShouldBe("administrator");
        first.Json.GetProperty("gcp_connected").GetBoolean().ShouldBeTrue();
        guest["entity_type"].ShouldBe("GCP_guest_collection");
        guest["host_endpoint_id"].ShouldBe(First);
        guest["host_path"].ShouldBe("/shared/");
        mapped["entity_type"].ShouldBe("GCSv5_mapped_collection");
        mapped["non_functional_endpoint_id"].ShouldBe(Endpoint);
        endpoint["entity_type"].ShouldBe("GCSv5_endpoint");
        endpoint.Json.GetProperty("non_functional").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Servers_are_listed_and_read()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var list = await user.GetAsync($"endpoint/{First}/server_list");
        var server = list.Json.GetProperty("DATA")[0];
        var one = await user.GetAsync($"endpoint/{First}/server/{server.GetProperty("id").GetInt32()}");
        var none = await user.GetAsync($"endpoint/{First}/server/1");

        list["DATA_TYPE"].ShouldBe("endpoint_server_list");
        list["endpoint"].ShouldBe($"{Ada}#{First}");
        one["uri"].ShouldBe("gsiftp://localhost:2811");
        none["code"].ShouldBe("ClientError.NotFound.ServerNotFound");
    }

    [Theory]
    [InlineData("filter_fulltext=emulator collection", "Emulator Collection 1, Emulator Collection 2, Emulator Guest Collection, Emulator Mapped Collection")]
    [InlineData("filter_fulltext=nothing like that", "")]
    [InlineData("filter_scope=my-gcp-endpoints", "Emulator Collection 1, Emulator Collection 2")]
    [InlineData("filter_scope=shared-by-me", "Emulator Guest Collection")]
    [InlineData("filter_entity_type=GCSv5_mapped_collection", "Emulator Mapped Collection")]
    [InlineData("filter_host_endpoint=" + First, "Emulator Guest Collection")]
    [InlineData("filter_scope=administered-by-me&filter_non_functional=1", "Emulator Endpoint")]
    [InlineData("filter_fulltext=emulator&filter_non_functional=0&limit=1&offset=1", "Emulator Collection 2")]
    [InlineData("filter_owner_id=" + GraceId, "")]
    public async Task A_search_finds(string query, string names)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.GetAsync("endpoint_search?" + query);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer["DATA_TYPE"].ShouldBe("endpoint_list");
        Names(answer).ShouldBe(names);
    }

    [Fact]
    public async Task A_search_says_whether_there_is_more()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var first = await user.GetAsync("endpoint_search?filter_fulltext=emulator&limit=3");
        var last = await user.GetAsync("endpoint_search?filter_fulltext=emulator&limit=3&offset=3");

        first.Json.GetProperty("has_next_page").GetBoolean().ShouldBeTrue();
        last.Json.GetProperty("has_next_page").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_shared_with_somebody_is_found()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var grace = await LogInAsync(driver, Grace);

        Names(await grace.GetAsync("endpoint_search?filter_scope=shared-with-me")).ShouldBe("Emulator Guest Collection");
    }

    [Theory]
    [InlineData("")]
    [InlineData("filter_scope=all")]
    [InlineData("filter_scope=everything&filter_fulltext=x")]
    [InlineData("filter_fulltext=x&filter_entity_type=GCSv9")]
    [InlineData("filter_entity_type=GCSv5_endpoint&filter_non_functional=1")]
    [InlineData("filter_fulltext=x&filter_non_functional=2")]
    [InlineData("filter_scope=my-endpoints&filter_owner_id=" + AdaId)]
    [InlineData("filter_owner_id=ada")]
    [InlineData("filter_fulltext=x&limit=-1")]
    [InlineData("filter_fulltext=x&offset=1001")]
    public async Task A_malformed_search_is_400(string query)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.GetAsync("endpoint_search?" + query)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_mapped_collection_wants_the_data_access_consent()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var refused = await user.ListAsync(Mapped, "/");
        var allowed = await LogInAsync(driver, scope: MappedDataAccess);

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused["code"].ShouldBe("ConsentRequired");
        refused.Json.GetProperty("required_scopes")[0].GetString().ShouldBe(MappedDataAccess);
        var parameters = refused.Json.GetProperty("authorization_parameters");
        parameters.GetProperty("required_scopes")[0].GetString().ShouldBe(MappedDataAccess);
        parameters.GetProperty("session_message").GetString().ShouldNotBeNullOrEmpty();
        (await allowed.NamesAsync(Mapped, "/")).ShouldBe("projects");
        (await user.NamesAsync(Mapped, "/")).ShouldBe("projects", "a consent is the person's and the client's, not one token's");
    }

    [Fact]
    public async Task Another_person_s_consent_is_not_one_s_own()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var grace = await LogInAsync(driver, Grace);

        await LogInAsync(driver, Ada, MappedDataAccess);

        (await grace.ListAsync(Mapped, "/"))["code"].ShouldBe("ConsentRequired");
    }

    [Fact]
    public async Task A_service_consents_with_its_credentials()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var before = new TransferUser(driver, await driver.ServiceTokenAsync(TransferAll));

        var refused = await before.ListAsync(Mapped, "/");
        var after = new TransferUser(driver, await driver.ServiceTokenAsync(MappedDataAccess));

        refused["code"].ShouldBe("ConsentRequired");
        (await after.NamesAsync(Mapped, "/")).ShouldBe("projects");
    }

    [Fact]
    public async Task A_high_assurance_collection_wants_no_data_access()
    {
        var options = new GlobusEmulatorOptions();
        options.Collections.Add(new() { DisplayName = "Vault", EntityType = "GCSv5_mapped_collection", HighAssurance = true });
        await using var driver = await EmulatorDriver.StartAsync(options);
        var user = await LogInAsync(driver);

        (await user.ListAsync($"{options.Collections[0].Id}", "/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_guest_collection_is_a_part_of_its_host_and_goes_by_rules()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await LogInAsync(driver);
        var grace = await LogInAsync(driver, Grace);
        var webApp = (await driver.TokenAsync((WebApp, WebAppSecret), ("grant_type", "client_credentials"), ("scope", TransferAll)))["access_token"];
        var stranger = new TransferUser(driver, webApp);

        var read = await stranger.NamesAsync(Guest, "/");
        var refused = await stranger.ChangeAsync(Guest, "mkdir", ("path", "/theirs"));
        var byGroup = await grace.ChangeAsync(Guest, "mkdir", ("path", "/grace"));

        read.ShouldBe("welcome.txt");
        refused["code"].ShouldBe("ExternalError.MkdirFailed.PermissionDenied");
        byGroup.Status.ShouldBe(HttpStatusCode.OK);
        (await ada.NamesAsync(First, "/shared/")).ShouldBe("grace welcome.txt");
    }

    [Fact]
    public async Task A_link_does_not_lead_out_of_a_guest_collection_into_its_host()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var driver = await EmulatorDriver.StartAsync();
        var grace = await LogInAsync(driver, Grace);
        File.CreateSymbolicLink(grace.Folder(First, "shared", "out"), "../home");

        (await grace.ListAsync(Guest, "/out/"))["code"].ShouldBe("EndpointPermissionDenied");
        (await grace.NamesAsync(First, "/shared/out/results")).ShouldBe("2026-01.csv 2026-02.csv");
    }

    [Fact]
    public async Task A_rule_for_a_folder_opens_that_folder_only()
    {
        using var folder = new TestFolder();
        folder.Write("open/a.txt", "a");
        folder.Write("open-not/b.txt", "b");
        var host = new EmulatorCollection { DisplayName = "Host", Folder = folder.FullName, Users = [Ada], Public = false };
        var guest = new EmulatorCollection
        {
            DisplayName = "Guest",
            EntityType = "GCP_guest_collection",
            HostId = host.Id,
            Public = false,
            AccessRules = [new() { Path = "/open/", Principal = Grace }],
        };
        var options = new GlobusEmulatorOptions();
        options.Collections.Add(host);
        options.Collections.Add(guest);
        await using var driver = await EmulatorDriver.StartAsync(options);
        var grace = await LogInAsync(driver, Grace);
        var service = new TransferUser(driver, await driver.ServiceTokenAsync(TransferAll));

        (await grace.NamesAsync($"{guest.Id}", "/open")).ShouldBe("a.txt");
        (await grace.ListAsync($"{guest.Id}", "/open-not/"))["code"].ShouldBe("EndpointPermissionDenied");
        (await grace.ListAsync($"{guest.Id}", "/"))["code"].ShouldBe("EndpointPermissionDenied");
        (await grace.ChangeAsync($"{guest.Id}", "mkdir", ("path", "/open/x")))["code"].ShouldBe("ExternalError.MkdirFailed.PermissionDenied");
        (await grace.GetAsync($"endpoint/{host.Id}"))["code"].ShouldBe("PermissionDenied");
        (await grace.ListAsync($"{host.Id}", "/")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await service.GetAsync($"endpoint/{guest.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_folder_of_one_s_own_is_served_where_it_is()
    {
        using var folder = new TestFolder();
        folder.Write("mine.txt", "mine");
        var options = new GlobusEmulatorOptions();
        options.Collections.Add(new() { DisplayName = "Lab", Folder = folder.FullName });
        await using (var driver = await EmulatorDriver.StartAsync(options))
        {
            var user = await LogInAsync(driver, Grace);
            (await user.NamesAsync($"{options.Collections[0].Id}", "/")).ShouldBe("mine.txt");
        }

        File.Exists(folder.At("mine.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Temporary_folders_go_with_the_emulator()
    {
        string folder;
        await using (var driver = await EmulatorDriver.StartAsync())
        {
            folder = driver.Emulator.GetCollectionFolder(Guid.Parse(First));
            Directory.Exists(folder).ShouldBeTrue();
        }

        Directory.Exists(folder).ShouldBeFalse();
        Directory.Exists(Path.GetDirectoryName(folder)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stops_the_start()
    {
        var options = new GlobusEmulatorOptions();
        options.Collections.Add(new() { DisplayName = "Lab", Folder = "/no/such/folder" });

        var exception = await Should.ThrowAsync<DirectoryNotFoundException>(() => GlobusEmulator.StartAsync(options, TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("/no/such/folder");
        exception.Message.ShouldContain("Lab");
    }

    private static string Names(Answer answer) =>
        string.Join(", ", answer.Json.GetProperty("DATA").EnumerateArray().Select(static (JsonElement document) => document.GetProperty("display_name").GetString()));
}
