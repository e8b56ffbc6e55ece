using System.Net;
using System.Text;
using System.Text.Json;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>Somebody with a token for <c>manage_projects</c>; paths are below <c>auth/v2/api/</c>.</summary>
internal sealed class Developer(EmulatorDriver driver, string token)
{
    public EmulatorDriver Driver => driver;

    public static async Task<Developer> LogInAsync(EmulatorDriver driver, string userName = Ada) =>
        new(driver, await driver.AccessTokenAsync(ManageProjects, userName));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await driver.SendAsync(method, "auth/v2/api/" + path, token, content: content);
    }

    /// <summary>Makes something that is known to be good, and gives the document in its wrapper.</summary>
    public async Task<JsonElement> CreateAsync(string path, string kind, string fields)
    {
        var answer = await PostAsync(path, $$"""{"{{kind}}":{{fields}}}""");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Json.GetProperty(kind);
    }

    public async Task<string> CreateProjectAsync(string admin = AdaId) => Id(await CreateAsync(
        "projects", "project", $$"""{"display_name":"Mine","contact_email":"ada@example.org","admin_ids":["{{admin}}"]}"""));

    public async Task<string> CreatePolicyAsync(string project = Project) => Id(await CreateAsync(
        "policies", "policy", $$"""{"project_id":"{{project}}","display_name":"Strict","description":"Be strict."}"""));

    public async Task<string> CreateClientAsync(string more = "\"public_client\":false", string project = Project) => Id(await CreateAsync(
        "clients", "client", $$"""{"name":"My app","project":"{{project}}",{{more}}}"""));

    public async Task<JsonElement> CreateCredentialAsync(string client) =>
        await CreateAsync($"clients/{client}/credentials", "credential", """{"name":"laptop"}""");

    public async Task<JsonElement> CreateScopeAsync(string client, string suffix, string more = "") => await CreateAsync(
        $"clients/{client}/scopes", "scope", $$"""{"name":"Do it","description":"Does it.","scope_suffix":"{{suffix}}"{{more}}}""");

    /// <summary>A confidential client with a secret that works.</summary>
    public async Task<(string Id, string Secret)> CreateConfidentialAsync(string more = "\"public_client\":false")
    {
        var client = await CreateClientAsync(more);
        return (client, Text(await CreateCredentialAsync(client), "secret"));
    }

    public static string Id(JsonElement document) => Text(document, "id");

    public static string Text(JsonElement document, string member) => document.GetProperty(member).GetString().ShouldNotBeNull();
}
