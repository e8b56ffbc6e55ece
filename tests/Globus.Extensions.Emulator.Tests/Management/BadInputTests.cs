using System.Net;
using System.Text;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Management;

/// <summary>Whatever comes in, the answer is the caller's mistake in the caller's words, never one of ours.</summary>
public sealed class BadInputTests
{
    private const string Unknown = "11111111-1111-4111-8111-111111111111";

    public static TheoryData<string, string> Routes { get; } = new()
    {
        { "GET", "projects" },
        { "POST", "projects" },
        { "GET", "projects/" + Project },
        { "PUT", "projects/" + Project },
        { "DELETE", "projects/" + Project },
        { "GET", "policies" },
        { "POST", "policies" },
        { "GET", "policies/" + Unknown },
        { "PUT", "policies/" + Unknown },
        { "DELETE", "policies/" + Unknown },
        { "GET", "clients" },
        { "GET", "clients?fqdn=example.org" },
        { "GET", "clients/" + WebApp },
        { "PUT", "clients/" + WebApp },
        { "DELETE", "clients/" + WebApp },
        { "GET", "clients/" + WebApp + "/credentials" },
        { "POST", "clients/" + WebApp + "/credentials" },
        { "DELETE", "clients/" + WebApp + "/credentials/" + Unknown },
        { "POST", "clients/" + WebApp + "/scopes" },
        { "GET", "clients/" + WebApp + "/scopes/" + Unknown },
        { "GET", "scopes" },
        { "GET", "scopes/" + Unknown },
        { "PUT", "scopes/" + Unknown },
        { "DELETE", "scopes/" + Unknown },
    };

    public static TheoryData<string, string> Writes { get; } = new()
    {
        { "POST projects", "project" },
        { "PUT projects/" + Project, "project" },
        { "POST policies", "policy" },
        { "POST clients", "client" },
        { "PUT clients/" + WebApp, "client" },
        { "POST clients/" + WebApp + "/credentials", "credential" },
        { "POST clients/" + WebApp + "/scopes", "scope" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_a_token_it_is_401_and_without_the_scope_403(string method, string path)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var http = new HttpMethod(method);
        using var body = new StringContent("{}");

        var nobody = await driver.SendAsync(http, "auth/v2/api/" + path);
        var badToken = await driver.SendAsync(http, "auth/v2/api/" + path, "nonsense", content: body);
        var otherService = await driver.SendAsync(http, "auth/v2/api/" + path, await driver.AccessTokenAsync(GroupsAll));
        var withoutScope = await driver.SendAsync(http, "auth/v2/api/" + path, await driver.AccessTokenAsync("openid"));

        nobody.Status.ShouldBe(HttpStatusCode.Unauthorized);
        nobody["error"].ShouldBe("unauthorized");
        nobody.Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
        badToken.Status.ShouldBe(HttpStatusCode.Unauthorized);
        otherService.Status.ShouldBe(HttpStatusCode.Unauthorized);
        withoutScope.Status.ShouldBe(HttpStatusCode.Forbidden);
        withoutScope.Json.GetProperty("errors")[0].GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(ManageProjects);
    }

    [Theory]
    [InlineData("GET", "projects/")]
    [InlineData("DELETE", "projects/")]
    [InlineData("GET", "policies/")]
    [InlineData("DELETE", "policies/")]
    [InlineData("GET", "clients/")]
    [InlineData("DELETE", "clients/")]
    [InlineData("GET", "scopes/")]
    [InlineData("DELETE", "scopes/")]
    [InlineData("DELETE", "clients/" + WebApp + "/credentials/")]
    [InlineData("GET", "clients/" + WebApp + "/scopes/")]
    [InlineData("GET", "identities/")]
    public async Task An_unknown_id_is_404_even_if_it_is_none(string method, string path)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);

        foreach (var id in new[] { Unknown, "not-a-uuid", "%20", new string('x', 5000) })
        {
            var answer = await ada.SendAsync(new HttpMethod(method), path + id);
            answer.Status.ShouldBe(HttpStatusCode.NotFound);
            answer["error"].ShouldBe("not_found");
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_body_that_makes_no_sense_is_400(string route, string wrapper)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var (method, path) = (new HttpMethod(route.Split(' ')[0]), route.Split(' ')[1]);
        var deep = new string('[', 1000) + new string(']', 1000);
        string[] bodies =
        [
            "", "{", "null", "5", "\"x\"", "[]", "{}", "\0", "{\"other\":{}}", deep,
            .. new[] { "null", "5", "[]", "\"x\"", "{\"name\":\"\\ud800\"}", "{\"\\udfff\":1}" }.Select(inner => $$"""{"{{wrapper}}":{{inner}}}"""),
        ];

        foreach (var body in bodies)
        {
            var answer = await ada.SendAsync(method, path, body);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, body);
            answer.Json.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("BAD_REQUEST");
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Random_fields_never_break_the_server(string route, string wrapper)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var ada = await Developer.LogInAsync(driver);
        var (method, path) = (new HttpMethod(route.Split(' ')[0]), route.Split(' ')[1]);
        var random = new Random(20260301);

        for (var round = 0; round < 100; round++)
        {
            var body = $$"""{"{{wrapper}}":{{RandomObject(random, depth: 0)}}}""";
            var answer = await ada.SendAsync(method, path, body);
            ((int)answer.Status).ShouldBeLessThan(500, body);
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Broken_utf8_is_400_and_too_much_of_anything_413(string route, string wrapper)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync(ManageProjects);
        var (method, path) = (new HttpMethod(route.Split(' ')[0]), "auth/v2/api/" + route.Split(' ')[1]);
        var head = Encoding.ASCII.GetBytes($$"""{"{{wrapper}}":{"name":" """);
        var tail = Encoding.ASCII.GetBytes("\"}}");
        using var broken = new ByteArrayContent([.. head, 0xC3, 0x28, .. tail]);
        using var large = new ByteArrayContent([.. head, .. Enumerable.Repeat((byte)'x', 1024 * 1024), .. tail]);

        (await driver.SendAsync(method, path, token, content: broken)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await driver.SendAsync(method, path, token, content: large)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static string RandomObject(Random random, int depth)
    {
        string[] names =
        [
            "name", "display_name", "contact_email", "admin_ids", "admin_group_ids", "project", "project_id", "description", "client_type", "public_client",
            "redirect_uris", "links", "fqdns", "visibility", "required_idp", "scope_suffix", "dependent_scopes", "required_domains", "high_assurance",
            "authentication_assurance_timeout", "domain_constraints_include", "template_id", "scope", "optional", "terms_and_conditions", "privacy_policy",
        ];
        var members = names.Where(_ => random.Next(3) > 0).Select(name => $"\"{name}\":{RandomValue(random, depth + 1)}");
        return $"{{{string.Join(',', members)}}}";
    }

    private static string RandomValue(Random random, int depth) => random.Next(depth > 3 ? 10 : 12) switch
    {
        0 => "null",
        1 => "true",
        2 => "-1",
        3 => "1e400",
        4 => "99999999999999999999",
        5 => "\"\"",
        6 => "\"\\u0000\\n<script>\"",
        7 => $"\"{AdaId}\"",
        8 => $"\"{Project}\"",
        9 => "\"https://example.org/#fragment\"",
        10 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => RandomValue(random, depth + 1)))}]",
        _ => RandomObject(random, depth + 1),
    };
}
