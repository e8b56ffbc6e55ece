using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class EndpointChangeTests
{
    private const string Subscription = "50000000-0000-4000-8000-000000000001";

    [Fact]
    public async Task A_personal_collection_has_a_folder_of_its_own()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));

        var created = await ada.PostAsync("endpoint", """{"DATA_TYPE":"endpoint","is_globus_connect":true,"display_name":"laptop","description":"on a desk"}""");
        var id = created["id"];
        var made = await ada.ChangeAsync(id, "mkdir", ("path", "/work"));

        created.Status.ShouldBe(HttpStatusCode.Created);
        created["DATA_TYPE"].ShouldBe("endpoint_create_result");
        created["code"].ShouldBe("Created");
        created["globus_connect_setup_key"].ShouldNotBeEmpty();
        made.Status.ShouldBe(HttpStatusCode.OK);
        Directory.Exists(ada.Folder(id, "work")).ShouldBeTrue();
        var document = await ada.GetAsync($"endpoint/{id}");
        document["entity_type"].ShouldBe("GCP_mapped_collection");
        document["owner_id"].ShouldBe(AdaId);
        document["description"].ShouldBe("on a desk");
        (await grace.GetAsync($"endpoint/{id}")).Json.GetProperty("globus_connect_setup_key").ValueKind.ShouldBe(JsonValueKind.Null);
        var hers = await grace.ListAsync(id, "/");
        hers.Status.ShouldBe(HttpStatusCode.Forbidden, hers.Body);
        hers["code"].ShouldBe("EndpointPermissionDenied");
    }

    [Theory]
    [InlineData("""{"display_name":"x"}""")]
    [InlineData("""{"is_globus_connect":false,"display_name":"x"}""")]
    [InlineData("""{"is_globus_connect":true}""")]
    [InlineData("""{"is_globus_connect":true,"display_name":"x","default_directory":"a/../b"}""")]
    [InlineData("""{"is_globus_connect":true,"display_name":"x","max_concurrency":0}""")]
    [InlineData("""{"is_globus_connect":true,"display_name":"x","subscription_id":"mine"}""")]
    public async Task A_malformed_collection_is_400(string document)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.PostAsync("endpoint", document))["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task What_is_sent_is_changed_and_the_rest_stays()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var updated = await user.PutAsync($"endpoint/{First}", """{"display_name":"Renamed","description":null,"public":false,"network_use":"minimal","max_concurrency":4}""");
        var document = await user.GetAsync($"endpoint/{First}");

        updated["code"].ShouldBe("Updated");
        updated["message"].ShouldBe("Endpoint updated successfully");
        document["display_name"].ShouldBe("Renamed");
        document.Json.GetProperty("description").ValueKind.ShouldBe(JsonValueKind.Null);
        document.Json.GetProperty("public").GetBoolean().ShouldBeFalse();
        document["network_use"].ShouldBe("minimal");
        document.Json.GetProperty("max_concurrency").GetInt32().ShouldBe(4);
        document["entity_type"].ShouldBe("GCP_mapped_collection");
        (await user.PutAsync($"endpoint/{First}", """{"network_use":"much"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await user.PutAsync($"endpoint/{First}", """{"display_name":null}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_administrators_change_and_delete()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));

        var refused = await grace.PutAsync($"endpoint/{First}", """{"display_name":"Mine"}""");
        var kept = await grace.DeleteAsync($"endpoint/{First}");
        await ada.PostAsync($"endpoint/{First}/role", $$"""{"principal_type":"identity","principal":"{{GraceId}}","role":"administrator"}""");
        var allowed = await grace.PutAsync($"endpoint/{First}", """{"display_name":"Ours"}""");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused["code"].ShouldBe("PermissionDenied");
        kept["code"].ShouldBe("PermissionDenied");
        allowed["code"].ShouldBe("Updated");
    }

    [Fact]
    public async Task What_is_deleted_is_gone_with_the_guests_on_it()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var deleted = await user.DeleteAsync($"endpoint/{First}");

        deleted["code"].ShouldBe("Deleted");
        (await user.GetAsync($"endpoint/{First}"))["code"].ShouldBe("EndpointDeleted");
        (await user.GetAsync($"endpoint/{Guest}"))["code"].ShouldBe("EndpointDeleted");
        (await user.ListAsync(First, "/")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await user.DeleteAsync($"endpoint/{First}"))["code"].ShouldBe("EndpointDeleted");
        (await user.DeleteAsync($"endpoint/{AdaId}"))["code"].ShouldBe("EndpointNotFound");
        (await user.PutAsync($"endpoint/{First}", "{}"))["code"].ShouldBe("EndpointDeleted");
    }

    [Fact]
    public async Task A_guest_collection_is_made_once_for_each_folder_of_the_host()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var created = await user.PostAsync("shared_endpoint", Shared(First, "/home/results"));
        var id = created["id"];
        var again = await user.PostAsync("shared_endpoint", Shared(First, "/~/home//results/"));
        var older = await user.PostAsync("shared_endpoint", Shared(First, "/home/").Replace("host_endpoint_id", "host_endpoint"));

        created.Status.ShouldBe(HttpStatusCode.Created);
        created["code"].ShouldBe("Created");
        created.Json.GetProperty("globus_connect_setup_key").ValueKind.ShouldBe(JsonValueKind.Null);
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again["code"].ShouldBe("Conflict");
        older["code"].ShouldBe("Created");
        var document = await user.GetAsync($"endpoint/{id}");
        document["entity_type"].ShouldBe("GCP_guest_collection");
        document["host_endpoint_id"].ShouldBe(First);
        document["host_path"].ShouldBe("/home/results/");
        (await user.NamesAsync(id, "/")).ShouldBe("2026-01.csv 2026-02.csv");
    }

    [Fact]
    public async Task A_guest_collection_needs_a_host_that_can_have_one()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver, scope: MappedDataAccess);

        (await user.PostAsync("shared_endpoint", Shared(Guest, "/")))["code"].ShouldBe("NotSupported");
        (await user.PostAsync("shared_endpoint", Shared(Mapped, "/projects/")))["code"].ShouldBe("NotSupported");
        (await user.PostAsync("shared_endpoint", Shared(AdaId, "/")))["code"].ShouldBe("EndpointNotFound");
        (await user.PostAsync("shared_endpoint", Shared(First, "/home/file1.txt")))["code"].ShouldBe("BadRequest");
        (await user.PostAsync("shared_endpoint", Shared(First, "/nowhere/")))["code"].ShouldBe("BadRequest");
        (await user.PostAsync("shared_endpoint", Shared(First, "/home/../..")))["code"].ShouldBe("BadRequest");
        (await user.PostAsync("shared_endpoint", """{"display_name":"x","host_path":"/"}"""))["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task The_guests_of_a_host_are_listed_by_token()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var made = (await ada.PostAsync("shared_endpoint", Shared(First, "/home/results"))).Json.GetProperty("id").GetString();

        var first = await ada.GetAsync($"endpoint/{First}/shared_endpoint_list?max_results=1");
        var second = await ada.GetAsync($"endpoint/{First}/shared_endpoint_list?max_results=1&next_token={first["next_token"]}");
        var mine = await ada.GetAsync($"endpoint/{First}/my_shared_endpoint_list");
        var hers = await grace.GetAsync($"endpoint/{First}/my_shared_endpoint_list");

        first.Json.GetProperty("shared_endpoints")[0].GetProperty("id").GetString().ShouldBe(Guest);
        second.Json.GetProperty("shared_endpoints")[0].GetProperty("id").GetString().ShouldBe(made);
        second.Json.GetProperty("next_token").ValueKind.ShouldBe(JsonValueKind.Null);
        mine["DATA_TYPE"].ShouldBe("endpoint_list");
        mine.Json.GetProperty("DATA").GetArrayLength().ShouldBe(2);
        hers.Json.GetProperty("DATA").GetArrayLength().ShouldBe(0);
        (await ada.GetAsync($"endpoint/{First}/shared_endpoint_list?max_results=-1"))["code"].ShouldBe("BadRequest");
        (await ada.GetAsync($"endpoint/{First}/shared_endpoint_list?next_token=x"))["code"].ShouldBe("BadRequest");
    }

    [Fact]
    public async Task A_collection_comes_under_a_subscription_and_is_vouched_for()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));

        var stranger = await ada.PutAsync($"endpoint/{First}/subscription", $$"""{"subscription_id":"{{Subscription}}"}""");
        var early = await grace.PutAsync($"endpoint/{First}/subscription_admin_verified", """{"subscription_admin_verified":true}""");
        var set = await grace.PutAsync($"endpoint/{First}/subscription", """{"subscription_id":"DEFAULT"}""");
        var before = await ada.GetAsync($"endpoint/{First}");
        var forbidden = await ada.PutAsync($"endpoint/{First}/subscription_admin_verified", """{"subscription_admin_verified":true}""");
        var verified = await grace.PutAsync($"endpoint/{First}/subscription_admin_verified", """{"subscription_admin_verified":true}""");
        var after = await ada.GetAsync($"endpoint/{First}");
        var cleared = await ada.PutAsync($"endpoint/{First}/subscription", """{"subscription_id":null}""");

        stranger["code"].ShouldBe("PermissionDenied");
        early["code"].ShouldBe("Conflict");
        set["code"].ShouldBe("Updated");
        before["subscription_id"].ShouldBe(Subscription);
        before.Json.GetProperty("subscription_admin_verified").GetBoolean().ShouldBeFalse();
        forbidden["code"].ShouldBe("PermissionDenied");
        verified["code"].ShouldBe("Updated");
        after.Json.GetProperty("subscription_admin_verified").GetBoolean().ShouldBeTrue();
        cleared["code"].ShouldBe("Updated");
        (await ada.GetAsync($"endpoint/{First}")).Json.GetProperty("subscription_id").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_guest_collection_is_under_the_subscription_of_its_host()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var none = await ada.GetAsync($"endpoint/{Guest}");
        (await grace.PutAsync($"endpoint/{First}/subscription", """{"subscription_id":"DEFAULT"}""")).Status.ShouldBe(HttpStatusCode.OK);

        var guest = await ada.GetAsync($"endpoint/{Guest}");
        var verified = await grace.PutAsync($"endpoint/{Guest}/subscription_admin_verified", """{"subscription_admin_verified":true}""");

        none.Json.GetProperty("subscription_id").ValueKind.ShouldBe(JsonValueKind.Null);
        guest["subscription_id"].ShouldBe(Subscription);
        guest.Json.GetProperty("subscription_admin_verified").GetBoolean().ShouldBeFalse();
        verified.Status.ShouldBe(HttpStatusCode.OK, verified.Body);
        (await ada.GetAsync($"endpoint/{Guest}")).Json.GetProperty("subscription_admin_verified").GetBoolean().ShouldBeTrue();
        (await ada.GetAsync($"endpoint/{First}")).Json.GetProperty("subscription_admin_verified").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_collection_is_in_use_as_long_as_a_task_with_it_is_not_finished()
    {
        await using var driver = await EmulatorDriver.StartAsync(new() { Bandwidth = 1, TimeProvider = new ManualTimeProvider() });
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));
        var task = (await ada.PostAsync(
            "transfer",
            $$"""
            {"DATA_TYPE":"transfer","submission_id":"{{Guid.NewGuid()}}","source_endpoint":"{{First}}","destination_endpoint":"{{Second}}",
             "DATA":[{"DATA_TYPE":"transfer_item","source_path":"/home/","destination_path":"/copy/","recursive":true}]}
            """))["task_id"];

        string[] collections = [First, Second, Guest];
        var during = await Task.WhenAll(collections.Select(id => grace.GetAsync($"endpoint/{id}")));
        await ada.PostAsync($"task/{task}/cancel");
        var after = await Task.WhenAll(collections.Select(id => grace.GetAsync($"endpoint/{id}")));

        during.Select(static endpoint => endpoint.Json.GetProperty("in_use").GetBoolean()).ShouldBe([true, true, false]);
        after.ShouldAllBe(static endpoint => !endpoint.Json.GetProperty("in_use").GetBoolean());
    }

    [Fact]
    public async Task Of_several_subscriptions_one_has_to_be_named()
    {
        var seed = EmulatorSeed.CreateDefault();
        var second = new EmulatorGroup
        {
            Id = Guid.NewGuid(),
            Name = "More subscribers",
            Subscription = new() { Id = Guid.NewGuid(), Name = "More", SubscriberName = "More" },
            Memberships = [new() { Identity = Grace, Role = "member" }],
        };
        await using var driver = await EmulatorDriver.StartAsync(new GlobusEmulatorOptions { Seed = seed with { Groups = [.. seed.Groups, second] } });
        var grace = await LogInAsync(driver, Grace);

        var unclear = await grace.PutAsync($"endpoint/{First}/subscription", """{"subscription_id":"DEFAULT"}""");
        var byMember = await grace.PutAsync($"endpoint/{First}/subscription", $$"""{"subscription_id":"{{second.Subscription.Id}}"}""");
        var byAdmin = await grace.PutAsync($"endpoint/{First}/subscription", $$"""{"subscription_id":"{{Subscription}}"}""");

        unclear["code"].ShouldBe("BadRequest");
        unclear["message"].ShouldContain($"{second.Subscription.Id}");
        byMember["code"].ShouldBe("PermissionDenied", "neither the collection nor the subscription is hers to administer");
        byAdmin["code"].ShouldBe("Updated");
    }

    [Fact]
    public async Task A_subscription_that_cannot_be_is_refused()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var (ada, grace) = (await LogInAsync(driver), await LogInAsync(driver, Grace));

        (await ada.PutAsync($"endpoint/{First}/subscription", """{"subscription_id":"DEFAULT"}"""))["code"].ShouldBe("BadRequest");
        (await grace.PutAsync($"endpoint/{First}/subscription", $$"""{"subscription_id":"{{AdaId}}"}"""))["code"].ShouldBe("BadRequest");
        (await grace.PutAsync($"endpoint/{First}/subscription", "{}"))["code"].ShouldBe("BadRequest");
        (await grace.PutAsync($"endpoint/{Guest}/subscription", """{"subscription_id":"DEFAULT"}"""))["code"].ShouldBe("NotSupported");
        (await grace.PutAsync($"endpoint/{AdaId}/subscription", """{"subscription_id":null}"""))["code"].ShouldBe("EndpointNotFound");
        (await grace.PutAsync($"endpoint/{First}/subscription_admin_verified", "{}"))["code"].ShouldBe("BadRequest");
    }

    private static string Shared(string host, string path) =>
        $$"""{"DATA_TYPE":"shared_endpoint","host_endpoint_id":"{{host}}","host_path":"{{path}}","display_name":"Shared"}""";
}
