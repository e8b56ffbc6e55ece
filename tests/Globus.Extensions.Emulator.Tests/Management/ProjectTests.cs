using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Management;

public sealed class ProjectTests
{
    private const string EngineBuilders = "10000000-0000-4000-8000-000000000001";

    [Fact]
    public async Task A_project_is_made_read_changed_and_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var id = await ada.CreateProjectAsync();
        var changed = await ada.PutAsync($"projects/{id}", """{"project":{"display_name":"Renamed"}}""");
        var read = await ada.GetAsync($"projects/{id}");
        var listed = await ada.GetAsync("projects");
        var deleted = await ada.DeleteAsync($"projects/{id}");

        var project = read.Json.GetProperty("project");
        project.GetProperty("display_name").GetString().ShouldBe("Renamed");
        project.GetProperty("project_name").GetString().ShouldBe("Renamed");
        project.GetProperty("contact_email").GetString().ShouldBe(Ada);
        project.GetProperty("admin_group_ids").ValueKind.ShouldBe(JsonValueKind.Null);
        project.GetProperty("admins").GetProperty("identities")[0].GetProperty("username").GetString().ShouldBe(Ada);
        changed.Body.ShouldBe(read.Body);
        Ids(listed, "projects").ShouldBe([Project, id]);
        deleted.Body.ShouldBe(read.Body);
        (await ada.GetAsync($"projects/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_admins_see_a_project()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var grace = await Developer.LogInAsync(driver, Grace);

        var id = await ada.CreateProjectAsync();

        Ids(await grace.GetAsync("projects"), "projects").ShouldBeEmpty();
        foreach (var answer in new[]
        {
            await grace.GetAsync($"projects/{id}"),
            await grace.PutAsync($"projects/{id}", """{"project":{}}"""),
            await grace.DeleteAsync($"projects/{id}"),
        })
        {
            answer.Status.ShouldBe(HttpStatusCode.Forbidden);
            answer.Json.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        }
    }

    [Fact]
    public async Task Active_members_of_an_admin_group_are_admins()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var grace = await Developer.LogInAsync(driver, Grace);

        var id = Developer.Id(await ada.CreateAsync(
            "projects", "project", $$"""{"display_name":"G","contact_email":"a@example.org","admin_group_ids":["{{EngineBuilders}}"]}"""));

        var seen = await grace.GetAsync($"projects/{id}");
        seen.Json.GetProperty("project").GetProperty("admins").GetProperty("groups")[0].GetProperty("name").GetString().ShouldBe("Engine Builders");
        seen.Json.GetProperty("project").GetProperty("admin_ids").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("{}", "project.display_name")]
    [InlineData("""{"display_name":"","contact_email":"a@example.org","admin_ids":["ada00000-0000-4000-8000-000000000001"]}""", "project.display_name")]
    [InlineData("""{"display_name":"P","admin_ids":["ada00000-0000-4000-8000-000000000001"]}""", "project.contact_email")]
    [InlineData("""{"display_name":"P","contact_email":"nobody","admin_ids":["ada00000-0000-4000-8000-000000000001"]}""", "project.contact_email")]
    [InlineData("""{"display_name":"P","contact_email":"a@example.org"}""", "project.admin_ids")]
    [InlineData("""{"display_name":"P","contact_email":"a@example.org","admin_ids":[]}""", "project.admin_ids")]
    [InlineData("""{"display_name":"P","contact_email":"a@example.org","admin_ids":["nobody"]}""", "project.admin_ids")]
    [InlineData("""{"display_name":"P","contact_email":"a@example.org","admin_ids":["11111111-1111-4111-8111-111111111111"]}""", "project.admin_ids")]
    [InlineData("""{"display_name":"P","contact_email":"a@example.org","admin_group_ids":["11111111-1111-4111-8111-111111111111"]}""", "project.admin_group_ids")]
    public async Task A_project_that_lacks_something_is_refused_by_the_name_of_the_field(string fields, string field)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        var answer = await ada.PostAsync("projects", $$"""{"project":{{fields}}}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors")[0].GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(field);
    }

    [Fact]
    public async Task The_last_admin_cannot_be_taken_away()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        (await ada.PutAsync($"projects/{Project}", """{"project":{"admin_ids":null}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_project_in_use_is_not_deleted()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var id = await ada.CreateProjectAsync();
        var client = await ada.CreateClientAsync(project: id);
        var policy = await ada.CreatePolicyAsync(id);

        var withBoth = await ada.DeleteAsync($"projects/{id}");
        await ada.DeleteAsync($"clients/{client}");
        var withPolicy = await ada.DeleteAsync($"projects/{id}");
        await ada.DeleteAsync($"policies/{policy}");

        withBoth.Status.ShouldBe(HttpStatusCode.Conflict);
        withPolicy.Status.ShouldBe(HttpStatusCode.Conflict);
        (await ada.DeleteAsync($"projects/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_seeded_group_can_administer_a_seeded_project()
    {
        var seed = EmulatorSeed.CreateDefault();
        seed = seed with { Projects = [seed.Projects[0] with { Admins = [], AdminGroupIds = [new Guid(EngineBuilders)] }] };
        await using var driver = await EmulatorDriver.StartAsync(new() { Seed = seed });
        var grace = await Developer.LogInAsync(driver, Grace);

        Ids(await grace.GetAsync("projects"), "projects").ShouldBe([Project]);
        Ids(await grace.GetAsync("clients"), "clients").ShouldContain(Native);
    }

    private static string[] Ids(Answer answer, string member) => [.. answer.Json.GetProperty(member).EnumerateArray().Select(Developer.Id)];
}
