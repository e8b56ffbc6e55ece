namespace Globus.Extensions.Emulator.Tests;

public sealed class SeedTests
{
    [Fact]
    public void A_seed_is_read_from_a_file()
    {
        var seed = Load(
            """
            {
              // Comments are allowed.
              "users": [{ "id": "11111111-1111-4111-8111-111111111111", "user_name": "eve@example.org", "name": "Eve" }],
              "clients": [{ "id": "22222222-2222-4222-8222-222222222222", "name": "App", "secret": "s", "project_id": "55555555-5555-4555-8555-555555555555", "redirect_uris": ["https://app.example/cb"],
                "scopes": [{ "scope_string": "https://auth.globus.org/scopes/22222222-2222-4222-8222-222222222222/all", "dependent_scopes": ["*openid"] }] }],
              "groups": [{ "id": "33333333-3333-4333-8333-333333333333", "name": "G", "policies": { "group_visibility": "authenticated" },
                "memberships": [{ "identity": "eve@example.org", "role": "admin" }, { "identity": "22222222-2222-4222-8222-222222222222@clients.auth.globus.org" }] }],
              "projects": [{ "id": "55555555-5555-4555-8555-555555555555", "display_name": "P", "admins": ["eve@example.org"] }],
            }
            """);

        seed.Users[0].UserName.ShouldBe("eve@example.org");
        seed.Clients[0].Scopes[0].DependentScopes.ShouldBe(["*openid"]);
        seed.Groups[0].Policies.GroupVisibility.ShouldBe("authenticated");
        seed.Groups[0].Policies.AuthenticationAssuranceTimeout.ShouldBe(28800);
        seed.Groups[0].Memberships[1].Status.ShouldBe("active");
        seed.Groups[0].Memberships[1].Role.ShouldBe("member");
        seed.Projects[0].ContactEmail.ShouldBe("nobody@example.org");
        seed.Clients[0].ProjectId.ShouldBe(seed.Projects[0].Id);
    }

    [Fact]
    public void A_group_of_a_seed_may_provide_a_subscription_and_have_subgroups()
    {
        var seed = Load(
            """
            { "groups": [
              { "id": "33333333-3333-4333-8333-333333333333", "name": "S", "subscription_admin_verified_id": "55555555-5555-4555-8555-555555555555",
                "subscription": { "id": "55555555-5555-4555-8555-555555555555", "name": "N", "subscriber_name": "U", "is_high_assurance": true,
                  "connectors": { "66666666-6666-4666-8666-666666666666": { "is_ha": true } } } },
              { "id": "44444444-4444-4444-8444-444444444444", "name": "C", "parent_id": "33333333-3333-4333-8333-333333333333", "subscription": null }
            ] }
            """);

        seed.Groups[0].Subscription!.Connectors.ShouldHaveSingleItem().Value.IsHa.ShouldBeTrue();
        seed.Groups[1].ParentId.ShouldBe(seed.Groups[0].Id);
    }

    [Theory]
    [InlineData("""{ "users": [{ "id": "nonsense", "user_name": "a" }] }""", "$.users[0].id")]
    [InlineData("""{ "users": [{ "user_name": "a" }] }""", "id")]
    [InlineData("""{ "people": [] }""", "people")]
    [InlineData("""{ "users": [""", "$.users")]
    [InlineData("null", "null")]
    [InlineData("""{ "groups": [{ "id": "33333333-3333-4333-8333-333333333333", "name": "G", "memberships": [{ "identity": "nobody" }] }] }""", "$.groups[0].memberships[0].identity")]
    [InlineData("""{ "groups": [{ "id": "33333333-3333-4333-8333-333333333333", "name": "G", "parent_id": "33333333-3333-4333-8333-333333333333" }] }""", "$.groups[0].parent_id")]
    [InlineData("""{ "groups": [{ "id": "33333333-3333-4333-8333-333333333333", "name": "G", "parent_id": "44444444-4444-4444-8444-444444444444" }] }""", "$.groups[0].parent_id")]
    [InlineData("""{ "groups": [{ "id": "33333333-3333-4333-8333-333333333333", "name": "G", "policies": { "signup_fields": ["shoe_size"] } }] }""", "$.groups[0].policies")]
    [InlineData("""{ "groups": [{ "id": "33333333-3333-4333-8333-333333333333", "name": "G", "subscription_admin_verified_id": "44444444-4444-4444-8444-444444444444" }] }""", "$.groups[0].subscription_admin_verified_id")]
    [InlineData("""{ "clients": [{ "id": "22222222-2222-4222-8222-222222222222", "name": "A", "redirect_uris": ["relative"] }] }""", "$.clients[0].redirect_uris[0]")]
    [InlineData("""{ "clients": [{ "id": "22222222-2222-4222-8222-222222222222", "name": "A", "project_id": "55555555-5555-4555-8555-555555555555" }] }""", "$.clients[0].project_id")]
    [InlineData("""{ "projects": [{ "id": "55555555-5555-4555-8555-555555555555", "display_name": "P" }] }""", "$.projects[0].admins")]
    [InlineData("""{ "collections": [{ "display_name": "A" }, { "display_name": "A" }] }""", "$.collections[1].id")]
    [InlineData("""{ "collections": [{ "display_name": "A", "entity_type": "disk" }] }""", "$.collections[0].entity_type")]
    [InlineData("""{ "collections": [{ "display_name": "A", "entity_type": "GCP_guest_collection" }] }""", "$.collections[0].host_id")]
    [InlineData("""{ "collections": [{ "display_name": "A", "files": { "/../x": "" } }] }""", "$.collections[0].files")]
    [InlineData("""{ "collections": [{ "display_name": "A", "owner": "nobody" }] }""", "$.collections[0].owner")]
    [InlineData("""{ "collections": [{ "display_name": "A", "access_rules": [{}] }] }""", "$.collections[0].access_rules")]
    [InlineData("""{ "projects": [{ "id": "55555555-5555-4555-8555-555555555555", "display_name": "P", "admins": ["nobody"] }] }""", "$.projects[0].admins")]
    [InlineData("""{ "projects": [{ "id": "55555555-5555-4555-8555-555555555555", "display_name": "P", "admin_group_ids": ["33333333-3333-4333-8333-333333333333"] }] }""", "$.projects[0].admin_group_ids")]
    public void A_bad_file_is_named_with_the_place_of_the_mistake(string json, string place)
    {
        var exception = Should.Throw<InvalidDataException>(() => Load(json));

        exception.Message.ShouldContain("seed.json");
        exception.Message.ShouldContain(place);
    }

    [Fact]
    public void A_missing_file_is_an_io_error() =>
        Should.Throw<IOException>(() => EmulatorSeed.Load(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())));

    [Fact]
    public void Secrets_do_not_show_in_text()
    {
        var client = new EmulatorClient { Id = Guid.NewGuid(), Name = "App", Secret = "marker-4711" };

        client.ToString().ShouldNotContain("marker-4711");
        new EmulatorSeed { Clients = [client] }.ToString().ShouldNotContain("marker-4711");
    }

    [Fact]
    public async Task A_seed_that_contradicts_itself_does_not_start()
    {
        var user = EmulatorSeed.CreateDefault().Users[0];
        var options = new GlobusEmulatorOptions { Seed = new EmulatorSeed { Users = [user, user] } };

        await Should.ThrowAsync<ArgumentException>(() => GlobusEmulator.StartAsync(options, TestContext.Current.CancellationToken));
    }

    private static EmulatorSeed Load(string json)
    {
        var folder = Directory.CreateTempSubdirectory("globus-emulator-");
        try
        {
            var file = Path.Combine(folder.FullName, "seed.json");
            File.WriteAllText(file, json);
            return EmulatorSeed.Load(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
