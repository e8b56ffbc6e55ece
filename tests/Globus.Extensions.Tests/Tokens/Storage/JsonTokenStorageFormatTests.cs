using System.Text.Json;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>What stands in the file, held against files that the Python SDK wrote.</summary>
public sealed class JsonTokenStorageFormatTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_every_file_of_the_reference()
    {
        var folder = Path.GetDirectoryName(SharedFolder.File("conformance", "tokenstorage", "default-paths.json"))!;
        var files = Directory.GetFiles(folder, "*json*.expected.json");
        var records = 0;

        foreach (var expectedFile in files)
        {
            var path = Copy(expectedFile.Replace(".expected.json", ".json", StringComparison.Ordinal));
            using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(expectedFile, Cancellation));
            var namespaces = expected.RootElement.TryGetProperty("namespaces", out var current)
                ? current
                : expected.RootElement.GetProperty("read_by_JSONTokenStorage");
            foreach (var expectedNamespace in namespaces.EnumerateObject())
            {
                var tokens = await new JsonTokenStorage(path, expectedNamespace.Name).GetAllAsync(Cancellation);
                tokens.Count.ShouldBe(expectedNamespace.Value.EnumerateObject().Count());
                foreach (var record in expectedNamespace.Value.EnumerateObject())
                {
                    ShouldBe(tokens[record.Name], record.Value);
                    records++;
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{files.Length} of {files.Length} files, {records} records");
        files.Length.ShouldBe(7);
    }

    [Fact]
    public async Task Writes_a_new_file_as_the_reference_does()
    {
        var path = _directory["tokens.json"];
        var token = TestTokens.Create("a.example") with { RefreshToken = null };

        await new JsonTokenStorage(path).StoreAsync([token], Cancellation);

        (await File.ReadAllTextAsync(path, Cancellation)).ShouldBe(
            """{"data":{"DEFAULT":{"a.example":{"resource_server":"a.example","""
            + "\"identity_id\":\"ae332d86-d274-11e5-b885-b31714a110e9\",\"scope\":\"openid profile email\","
            + "\"access_token\":\"ACCESS-SECRET\",\"expires_at_seconds\":1800000000,\"token_type\":\"Bearer\"}}},"
            + "\"format_version\":\"2.0\",\"globus-sdk.version\":\"4.9.0\"}");
    }

    [Fact]
    public async Task Storing_what_the_reference_stored_gives_the_file_of_the_reference()
    {
        var path = Copy("json-v2-two-namespaces.json");
        var refreshed = await Read("json-v2-after-refresh.json", "DEFAULT");

        await new JsonTokenStorage(path).StoreAsync([refreshed["transfer.api.globus.org"]], Cancellation);

        await ShouldBeTheSameJson(path, Shared("json-v2-after-refresh.json"));
    }

    [Fact]
    public async Task Removing_what_the_reference_removed_gives_the_file_of_the_reference()
    {
        var path = Copy("json-v2-two-namespaces.json");
        var storage = new JsonTokenStorage(path, "worker-1");

        (await storage.RemoveAsync("transfer.api.globus.org", Cancellation)).ShouldBeTrue();
        (await storage.RemoveAsync("groups.api.globus.org", Cancellation)).ShouldBeTrue();
        (await storage.RemoveAsync("tokens.example.org", Cancellation)).ShouldBeTrue();
        (await storage.RemoveAsync("never-stored", Cancellation)).ShouldBeFalse();

        await ShouldBeTheSameJson(path, Shared("json-v2-after-removal.json"));
    }

    [Fact]
    public async Task The_first_write_upgrades_a_file_of_version_1()
    {
        var path = Copy("legacy-simplejson-v1.json");
        var added = await Read("json-v1-upgraded-to-v2.json", "extra");

        await new JsonTokenStorage(path, "extra").StoreAsync(added.Values, Cancellation);

        await ShouldBeTheSameJson(path, Shared("json-v1-upgraded-to-v2.json"));
    }

    [Fact]
    public async Task A_removal_upgrades_a_file_of_version_1_too()
    {
        var path = Copy("legacy-simplejson-v1.json");

        (await new JsonTokenStorage(path).RemoveAsync("auth.globus.org", Cancellation)).ShouldBeTrue();

        using var written = JsonDocument.Parse(await File.ReadAllBytesAsync(path, Cancellation));
        written.RootElement.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["data", "format_version", "globus-sdk.version"]);
        (await new JsonTokenStorage(path).GetAllAsync(Cancellation)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        var path = _directory["tokens.json"];
        await File.WriteAllTextAsync(
            path, await File.ReadAllTextAsync(Shared("json-v2-dependent.json"), Cancellation), System.Text.Encoding.UTF8, Cancellation);

        (await new JsonTokenStorage(path).GetAllAsync(Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reading_never_writes()
    {
        var path = Copy("legacy-simplejson-v1.json");
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        await new JsonTokenStorage(path).GetAllAsync(Cancellation);
        await new JsonTokenStorage(path).GetAsync("auth.globus.org", Cancellation);

        (await File.ReadAllBytesAsync(path, Cancellation)).ShouldBe(before);
        _directory.FileNames.ShouldBe(["legacy-simplejson-v1.json"]);
    }

    [Fact]
    public async Task Unknown_members_survive_at_every_level()
    {
        var path = _directory["tokens.json"];
        var content =
            """
            {"first": 1.50, "data": {"other": {"r": {"bad": "\ud800"}, "n": 7}, "odd": null,
              "DEFAULT": {"a": {"resource_server": "a", "scope": "s", "access_token": "t", "expires_at_seconds": 1, "future": {"x": 1e3}},
                          "b": {"resource_server": "b", "scope": "s", "access_token": "t", "expires_at_seconds": 1, "future": [2], "identity_id": null}}},
             "format_version": "2.0", "globus-sdk.version": "9.9.9", "last": {"deep": [true]}}
            """;
        await File.WriteAllTextAsync(path, content, Cancellation);
        var storage = new JsonTokenStorage(path);
        var token = (await storage.GetAsync("a", Cancellation))!;

        await storage.StoreAsync([token with { AccessToken = "u" }], Cancellation);

        await ShouldBeTheSameText(
            path, content.Replace("\"access_token\": \"t\", \"expires_at_seconds\": 1, \"future\": {", "\"access_token\": \"u\", \"expires_at_seconds\": 1, \"future\": {", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_members_that_occur_twice_the_last_one_counts()
    {
        var path = _directory["tokens.json"];
        const string Record = """{"resource_server": "a", "scope": "s", "access_token": "1", "access_token": "2", "expires_at_seconds": 1}""";
        await File.WriteAllTextAsync(
            path,
            "{\"data\": {}, \"format_version\": \"1.0\", \"globus-sdk.version\": \"4.9.0\", \"format_version\": \"2.0\", "
            + $"\"data\": {{\"DEFAULT\": {{\"gone\": {{}}}}, \"DEFAULT\": {{\"a\": 1, \"a\": {Record}}}}}}}",
            Cancellation);
        var storage = new JsonTokenStorage(path);

        (await storage.GetAllAsync(Cancellation)).Values.Single().AccessToken.ShouldBe("2");
        await storage.StoreAsync([TestTokens.Create("b")], Cancellation);

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a", "b"], ignoreOrder: true);
        using var written = JsonDocument.Parse(await File.ReadAllBytesAsync(path, Cancellation));
        written.RootElement.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["data", "format_version", "globus-sdk.version"]);
    }

    [Fact]
    public async Task An_unknown_member_cannot_pose_as_a_known_one()
    {
        var path = _directory["tokens.json"];
        var token = TestTokens.Create("a") with { ExtensionData = TestTokens.Members("""{"access_token":"forged","x":1}""") };

        await new JsonTokenStorage(path).StoreAsync([token], Cancellation);

        var read = (await new JsonTokenStorage(path).GetAsync("a", Cancellation))!;
        read.AccessToken.ShouldBe(TestTokens.AccessMarker);
        read.ExtensionData.Keys.ShouldBe(["x"]);
    }

    public void Dispose() => _directory.Dispose();

    private static string Shared(string name) => SharedFolder.File("conformance", "tokenstorage", name);

    private static async Task<IReadOnlyDictionary<string, TokenData>> Read(string name, string tokenNamespace) =>
        await new JsonTokenStorage(Shared(name), tokenNamespace).GetAllAsync(Cancellation);

    private static async Task ShouldBeTheSameJson(string path, string expectedPath) =>
        await ShouldBeTheSameText(path, await File.ReadAllTextAsync(expectedPath, Cancellation));

    private static async Task ShouldBeTheSameText(string path, string expected)
    {
        // Key for key in the same order: white space outside of texts is all that may differ.
        var actual = await File.ReadAllTextAsync(path, Cancellation);
        WithoutSpace(actual).ShouldBe(WithoutSpace(expected));
    }

    private static string WithoutSpace(string json) => string.Concat(json.Where(character => !char.IsWhiteSpace(character)));

    private static void ShouldBe(TokenData token, JsonElement expected)
    {
        token.ResourceServer.ShouldBe(expected.GetProperty("resource_server").GetString());
        token.IdentityId.ShouldBe(expected.GetProperty("identity_id").GetString());
        token.Scope.ShouldBe(expected.GetProperty("scope").GetString());
        token.AccessToken.ShouldBe(expected.GetProperty("access_token").GetString());
        token.RefreshToken.ShouldBe(expected.GetProperty("refresh_token").GetString());
        token.ExpiresAt.ToUnixTimeSeconds().ShouldBe(expected.GetProperty("expires_at_seconds").GetInt64());
        token.TokenType.ShouldBe(expected.GetProperty("token_type").GetString());
        var extra = TestTokens.Members(expected.GetProperty("extra").GetRawText());
        (token with { ExtensionData = extra }).ShouldBe(token);
    }

    private string Copy(string name)
    {
        var path = _directory[Path.GetFileName(name)];
        File.WriteAllBytes(path, File.ReadAllBytes(Path.IsPathRooted(name) ? name : Shared(name)));
        return path;
    }
}
