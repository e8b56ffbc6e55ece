using System.Net;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Management;

public sealed class ClientTests
{
    [Theory]
    [InlineData("\"public_client\":true", "public_installed_client", true)]
    [InlineData("\"public_client\":false", "hybrid_confidential_client_resource_server", false)]
    [InlineData("\"client_type\":\"confidential_client\"", "confidential_client", false)]
    [InlineData("\"client_type\":\"public_installed_client\"", "public_installed_client", true)]
    [InlineData("\"client_type\":\"public_webapp_client\"", "public_webapp_client", true)]
    [InlineData("\"client_type\":\"client_identity\"", "client_identity", false)]
    [InlineData("\"client_type\":\"resource_server\"", "resource_server", false)]
    [InlineData("\"client_type\":\"globus_connect_server\"", "globus_connect_server", false)]
    [InlineData("\"client_type\":\"hybrid_confidential_client_resource_server\"", "hybrid_confidential_client_resource_server", false)]
    public async Task Every_type_of_client_can_be_made(string type, string expected, bool isPublic)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var client = await ada.CreateAsync("clients", "client", $$"""{"name":"My app","project":"{{Project}}",{{type}}}""");

        client.GetProperty("client_type").GetString().ShouldBe(expected);
        client.GetProperty("public_client").GetBoolean().ShouldBe(isPublic);
        client.GetProperty("grant_types").EnumerateArray().Any(grant => grant.GetString() == "client_credentials").ShouldBe(!isPublic);
    }

    [Fact]
    public async Task A_client_is_made_read_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var idp = Guid.NewGuid();

        var id = await ada.CreateClientAsync(
            $$"""
            "client_type":"confidential_client","visibility":"private","redirect_uris":["https://foo.com"],"required_idp":"{{idp}}","unknown":"kept nowhere",
            "links":{"terms_and_conditions":"https://foo.org","privacy_policy":"https://boo.org"}
            """);
        var made = (await ada.GetAsync($"clients/{id}")).Json.GetProperty("client");
        var changed = await ada.PutAsync(
            $"clients/{id}",
            """{"client":{"name":"Renamed","required_idp":null,"links":{"terms_and_conditions":null,"privacy_policy":null}}}""");
        var listed = await ada.GetAsync("clients");
        var deleted = await ada.DeleteAsync($"clients/{id}");

        made.GetProperty("required_idp").GetGuid().ShouldBe(idp);
        made.GetProperty("redirect_uris").GetRawText().ShouldBe("""["https://foo.com"]""");
        made.GetProperty("links").GetProperty("privacy_policy").GetString().ShouldBe("https://boo.org");
        made.TryGetProperty("unknown", out _).ShouldBeFalse();
        var client = changed.Json.GetProperty("client");
        client.GetProperty("name").GetString().ShouldBe("Renamed");
        client.GetProperty("required_idp").ValueKind.ShouldBe(JsonValueKind.Null);
        client.GetProperty("links").GetRawText().ShouldBe("""{"terms_and_conditions":null,"privacy_policy":null}""");
        client.GetProperty("redirect_uris").GetArrayLength().ShouldBe(1);
        listed.Json.GetProperty("clients").EnumerateArray().Select(Developer.Id).ShouldContain(id);
        deleted.Body.ShouldBe(changed.Body);
        (await ada.GetAsync($"clients/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ada.DeleteAsync($"clients/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}", "client.project")]
    [InlineData("""{"name":"A","project":"11111111-1111-4111-8111-111111111111","public_client":true}""", "client.project")]
    [InlineData("""{"project":"00000000-0000-4000-a000-0000000ab0de","public_client":true}""", "client.name")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de"}""", "client.client_type or public_client")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":true,"client_type":"client_identity"}""", "client.client_type or public_client")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","client_type":"toaster"}""", "client.client_type")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":"yes"}""", "client.public_client")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":true,"visibility":"secret"}""", "client.visibility")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":true,"redirect_uris":["nowhere"]}""", "client.redirect_uris")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":true,"redirect_uris":["javascript:alert(1)"]}""", "client.redirect_uris")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":true,"links":{"privacy_policy":"https://boo.org"}}""", "client.links")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":true,"links":{"privacy_policy":5,"terms_and_conditions":"x"}}""", "client.links.privacy_policy")]
    [InlineData("""{"name":"A","project":"00000000-0000-4000-a000-0000000ab0de","public_client":true,"preselect_idp":"x"}""", "client.preselect_idp")]
    public async Task A_client_with_a_wrong_field_is_refused_by_its_name(string fields, string field)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var answer = await ada.PostAsync("clients", $$"""{"client":{{fields}}}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors")[0].GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(field);
    }

    [Theory]
    [InlineData("""{"client_type":"confidential_client"}""")]
    [InlineData("""{"public_client":false}""")]
    [InlineData("""{"project":null}""")]
    public async Task What_a_client_is_stays(string fields)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        (await ada.PutAsync($"clients/{Native}", $$"""{"client":{{fields}}}""")).Body.ShouldContain("cannot be changed");
    }

    [Fact]
    public async Task A_client_is_found_by_its_domain_name_which_it_alone_has()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var id = await ada.CreateClientAsync("\"public_client\":false,\"fqdns\":[\"data.example.org\"]");
        var found = await ada.GetAsync("clients?fqdn=DATA.example.org");
        var second = await ada.PostAsync(
            "clients", $$"""{"client":{"name":"B","project":"{{Project}}","public_client":false,"fqdns":["data.example.org"]} }""");

        Developer.Id(found.Json.GetProperty("client")).ShouldBe(id);
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        (await ada.GetAsync("clients?fqdn=none.example.org")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_private_client_is_for_its_admins_and_a_public_one_for_all_to_see()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var grace = await Developer.LogInAsync(driver, Grace);
        var hidden = await ada.CreateClientAsync();
        var shown = await ada.CreateClientAsync("\"public_client\":false,\"visibility\":\"public\"");

        (await grace.GetAsync($"clients/{hidden}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.GetAsync($"clients/{shown}")).Status.ShouldBe(HttpStatusCode.OK);
        (await grace.PutAsync($"clients/{shown}", """{"client":{}}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.DeleteAsync($"clients/{shown}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await grace.GetAsync("clients")).Json.GetProperty("clients").GetArrayLength().ShouldBe(0);
        (await grace.PostAsync("clients", $$"""{"client":{"name":"A","project":"{{Project}}","public_client":true} }""")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_client_makes_a_child_that_it_and_its_admins_manage()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var grace = await Developer.LogInAsync(driver, Grace);
        var service = new Developer(driver, await driver.ServiceTokenAsync(ManageProjects));

        var child = (await SendAsync(driver, (Service, ServiceSecret), """{"name":"Child","client_type":"client_identity"}""")).Json.GetProperty("client");
        var id = Developer.Id(child);
        var secret = Developer.Text(await service.CreateCredentialAsync(id), "secret");

        child.GetProperty("parent_client").GetString().ShouldBe(Service);
        child.GetProperty("project").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ada.GetAsync($"clients/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await grace.GetAsync($"clients/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await driver.TokenAsync((id, secret), ("grant_type", "client_credentials"), ("scope", TransferAll))).Status.ShouldBe(HttpStatusCode.OK);
        (await service.DeleteAsync($"clients/{Service}")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await service.DeleteAsync($"clients/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_child_client_takes_credentials_that_are_right_and_no_project()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var wrongSecret = await SendAsync(driver, (Service, "wrong"), """{"name":"Child","public_client":true}""");
        var withProject = await SendAsync(driver, (Service, ServiceSecret), $$"""{"name":"Child","public_client":true,"project":"{{Project}}"}""");

        wrongSecret.Status.ShouldBe(HttpStatusCode.Unauthorized);
        withProject.Status.ShouldBe(HttpStatusCode.BadRequest);
        withProject.Body.ShouldContain("client.project");
    }

    [Fact]
    public async Task A_native_app_registers_an_instance_of_itself_with_a_secret_that_works()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        var answer = await SendAsync(driver, null, $$"""{"name":"My laptop","template_id":"{{Native}}"}""");

        var client = answer.Json.GetProperty("client");
        var credential = answer.Json.GetProperty("included").GetProperty("client_credential");
        var id = Developer.Id(client);
        client.GetProperty("name").GetString().ShouldBe("My laptop");
        credential.GetProperty("client").GetString().ShouldBe(id);
        var token = await driver.TokenAsync((id, Developer.Text(credential, "secret")), ("grant_type", "client_credentials"), ("scope", ManageProjects));
        var itself = new Developer(driver, token["access_token"]);
        (await itself.GetAsync($"clients/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await itself.DeleteAsync($"clients/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await itself.GetAsync("clients")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"name":"A"}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"name":"A","template_id":"11111111-1111-4111-8111-111111111111"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"A","template_id":"00000000-0000-4000-a000-00000000c0de"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"template_id":"00000000-0000-4000-a000-00000000cafe"}""", HttpStatusCode.BadRequest)]
    public async Task An_instance_needs_a_name_and_a_native_app_as_template(string fields, HttpStatusCode status)
    {
        await using var driver = await EmulatorDriver.StartAsync();

        (await SendAsync(driver, null, fields)).Status.ShouldBe(status);
    }

    private static async Task<Answer> SendAsync(EmulatorDriver driver, (string Id, string Secret)? client, string fields)
    {
        using var content = new StringContent($$"""{"client":{{fields}}}""", Encoding.UTF8, "application/json");
        return await driver.SendAsync(HttpMethod.Post, "auth/v2/api/clients", client: client, content: content);
    }
}
