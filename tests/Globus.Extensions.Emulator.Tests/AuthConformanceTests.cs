using System.Text.Json;
using System.Text.RegularExpressions;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests;

/// <summary>
/// Sends what the recorded exchanges of Globus Auth sent, with ids of our own, and compares the answers: the same status, every recorded
/// member with the same JSON type, and what was sent comes back. Ours may have more members where the record is of an older service.
/// </summary>
public sealed partial class AuthConformanceTests
{
    private const string EngineBuilders = "10000000-0000-4000-8000-000000000001";

    /// <summary>Where our answer is another one on purpose, and why.</summary>
    private static readonly Dictionary<string, string> Deliberate = new()
    {
        ["create_client.json/client_type_public_webapp_client"] =
            "The record gives a public web app client credentials; a client without a secret cannot use that grant.",
        ["get_identities.json/globusid"] = "One record of four has identity_type; ours follow the other three, and show it among a project's admins only.",
        ["oauth2_exchange_code_for_tokens.json/invalid_grant"] = "RFC 6749 5.2 has 400 for invalid_grant, which the reference holds possible, too; the record has 401.",
    };

    [Theory]
    [InlineData("create_client.json")]
    [InlineData("create_client_credential.json")]
    [InlineData("create_project.json")]
    [InlineData("create_scope.json")]
    [InlineData("delete_client.json")]
    [InlineData("delete_policy.json")]
    [InlineData("delete_project.json")]
    [InlineData("delete_scope.json")]
    [InlineData("get_client_credentials.json")]
    [InlineData("get_clients.json")]
    [InlineData("get_identities.json")]
    [InlineData("get_policies.json")]
    [InlineData("get_policy.json")]
    [InlineData("get_project.json")]
    [InlineData("get_scope.json")]
    [InlineData("get_scopes.json")]
    [InlineData("oauth2_client_credentials_tokens.json")]
    [InlineData("oauth2_exchange_code_for_tokens.json")]
    [InlineData("oauth2_revoke_token.json")]
    [InlineData("update_client.json")]
    [InlineData("update_policy.json")]
    [InlineData("update_project.json")]
    public async Task Answers_have_the_shape_of_the_recorded_ones(string file)
    {
        var path = SharedFolder.File("conformance", "responses", "auth", file);
        var entries = JsonElement.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).GetProperty("entries");
        await using var driver = await EmulatorDriver.StartAsync();
        var failures = new List<string>();
        var deliberate = new List<string>();
        var agreeing = 0;

        foreach (var entry in entries.EnumerateArray())
        {
            var name = $"{file}/{entry.GetProperty("case").GetString()}";
            var differences = await ReplayAsync(driver, file, entry);
            if (Deliberate.TryGetValue(name, out var reason))
            {
                differences.ShouldNotBeEmpty($"{name} is listed as different, but agrees.");
                deliberate.Add($"{name}: {reason}");
            }
            else
            {
                agreeing += differences.Count == 0 ? 1 : 0;
                failures.AddRange(differences.Select(difference => $"{name}: {difference}"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {agreeing} of {entries.GetArrayLength()} agree");
        deliberate.ForEach(line => TestContext.Current.TestOutputHelper?.WriteLine("  differs on purpose: " + line));
        failures.ShouldBeEmpty();
    }

    private static async Task<List<string>> ReplayAsync(EmulatorDriver driver, string file, JsonElement entry)
    {
        var recorded = entry.GetProperty("response");
        var (answer, sent) = file switch
        {
            "oauth2_client_credentials_tokens.json" => (await ClientCredentialsAsync(driver, recorded), null),
            "oauth2_exchange_code_for_tokens.json" => (await ExchangeAsync(driver, recorded), null),
            "oauth2_revoke_token.json" => (await driver.PostAsync("auth/v2/oauth2/token/revoke", (Service, ServiceSecret), ("token", "any")), null),
            "get_identities.json" => (await IdentitiesAsync(driver, entry), null),
            _ => await ManageAsync(driver, entry),
        };
        var differences = new List<string>();
        if ((int)answer.Status != recorded.GetProperty("status").GetInt32())
        {
            differences.Add($"status {answer.Status}: {answer.Body}");
        }

        RecordedShape.Compare(recorded.GetProperty("json"), answer.Json, "$", differences);
        if (file == "create_client.json"
            && !JsonElement.DeepEquals(recorded.GetProperty("json").GetProperty("client").GetProperty("grant_types"), answer.Json.GetProperty("client").GetProperty("grant_types")))
        {
            differences.Add("$.client.grant_types differs");
        }

        if (sent is { } fields)
        {
            var document = answer.Json.EnumerateObject().First().Value;
            differences.AddRange(fields.EnumerateObject()
                .Where(field => document.TryGetProperty(field.Name, out var ours) && !JsonElement.DeepEquals(field.Value, ours))
                .Select(field => $"{field.Name} came back as {document.GetProperty(field.Name)}"));
        }

        return differences;
    }

    private static Task<Answer> ClientCredentialsAsync(EmulatorDriver driver, JsonElement recorded) => driver.TokenAsync(
        (Service, ServiceSecret), ("grant_type", "client_credentials"), ("scope", Developer.Text(recorded.GetProperty("json"), "scope")));

    private static Task<Answer> ExchangeAsync(EmulatorDriver driver, JsonElement recorded) =>
        recorded.GetProperty("json").TryGetProperty("scope", out var scope)
            ? driver.LoginAsync(("scope", scope.GetString()), ("state", recorded.GetProperty("json").TryGetProperty("state", out _) ? "_default" : null))
            : driver.ExchangeAsync("no such code");

    private static async Task<Answer> IdentitiesAsync(EmulatorDriver driver, JsonElement entry)
    {
        var name = entry.GetProperty("case").GetString();
        var token = name == "unauthorized" ? null : await driver.AccessTokenAsync("openid");
        return await driver.GetAsync(
            "auth/v2/api/identities" + name switch
            {
                "empty" => "?usernames=nobody@example.org",
                "multiple" => $"?ids={AdaId},{GraceId}",
                "default" => "?provision=true&usernames=new@example.org",
                _ => $"?ids={AdaId}",
            },
            token);
    }

    /// <summary>Makes what the request is about, and sends the request with the ids of that.</summary>
    private static async Task<(Answer Answer, JsonElement? Sent)> ManageAsync(EmulatorDriver driver, JsonElement entry)
    {
        var ada = await Developer.LogInAsync(driver);
        var project = await ada.CreateProjectAsync();
        var client = await ada.CreateClientAsync("\"client_type\":\"client_identity\"");
        await ada.CreateCredentialAsync(client);
        var scopes = new[] { Developer.Id(await ada.CreateScopeAsync(client, "one")), Developer.Id(await ada.CreateScopeAsync(client, "two")) };
        var policy = await ada.CreatePolicyAsync(project);
        var request = entry.GetProperty("request");
        var method = new HttpMethod(Developer.Text(request, "http_method"));
        var owner = method == HttpMethod.Delete && Developer.Text(request, "path").Contains("/projects/") ? await ada.CreateProjectAsync() : project;
        var path = ResourcePath().Replace(Developer.Text(request, "path")["/v2/api/".Length..], found => found.Groups["kind"].Value switch
        {
            "projects" => $"projects/{owner}",
            "clients" => $"clients/{client}",
            "policies" => $"policies/{policy}",
            _ => $"scopes/{scopes[0]}",
        });
        var body = Body(entry, request);
        if (request.TryGetProperty("match", out var match) && match.TryGetProperty("query", out var query))
        {
            path += query.TryGetProperty("ids", out _) ? $"?ids={scopes[0]}" : $"?scope_strings=https://auth.globus.org/scopes/{client}/one";
        }

        if (body is null)
        {
            return (await ada.SendAsync(method, path), null);
        }

        foreach (var (recorded, ours) in new[]
        {
            ("\"(project|project_id)\": ?\"[0-9a-f-]{36}\"", $"\"$1\":\"{project}\""),
            ("0a7ef856-1383-111f-a07d-0ac2478f980c", scopes[0]),
            ("006605fb-2ea3-1a6a-b878-bd281a0b7c85", scopes[1]),
        })
        {
            body = Regex.Replace(body, recorded, ours, RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        return (await ada.SendAsync(method, path, body), JsonElement.Parse(body).EnumerateObject().First().Value);
    }

    /// <summary>The recorded body, or where only the answer was recorded one that leads to such an answer.</summary>
    private static string? Body(JsonElement entry, JsonElement request)
    {
        if (request.TryGetProperty("match", out var match) && match.TryGetProperty("json_body", out var json))
        {
            return json.GetRawText();
        }

        return entry.GetProperty("method").GetString() switch
        {
            "create_client_credential" => $$"""{"credential":{"name":"{{Developer.Text(entry.GetProperty("metadata"), "name")}}"} }""",
            "create_project" or "update_project" => entry.GetProperty("case").GetString() == "admin_group"
                ? $$"""{"project":{"display_name":"P","contact_email":"a@example.org","admin_ids":null,"admin_group_ids":["{{EngineBuilders}}"]} }"""
                : $$"""{"project":{"display_name":"P","contact_email":"a@example.org","admin_ids":["{{AdaId}}"]} }""",
            _ => null,
        };
    }

    [GeneratedRegex("(?<kind>projects|clients|policies|scopes)/[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResourcePath();
}
