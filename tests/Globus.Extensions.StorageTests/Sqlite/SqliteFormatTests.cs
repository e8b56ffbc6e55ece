using System.Text.Json;
using Globus.Extensions.Sqlite;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.StorageTests.Sqlite;

/// <summary>What stands in the database, held against those that the Python SDK made.</summary>
public sealed class SqliteFormatTests : IDisposable
{
    private static readonly string[] Databases = ["sqlite-v2", "legacy-sqlite-v1"];

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_every_database_of_the_reference_and_leaves_it_as_it_is()
    {
        var records = 0;
        foreach (var name in Databases)
        {
            var path = Copy(name);
            var before = await File.ReadAllBytesAsync(path, Cancellation);
            using var expected = Expected(name);
            foreach (var space in NamespacesOf(expected))
            {
                var tokens = await new SqliteTokenStorage(path, space.Name).GetAllAsync(Cancellation);
                tokens.Count.ShouldBe(space.Value.EnumerateObject().Count());
                foreach (var record in space.Value.EnumerateObject())
                {
                    ShouldBe(tokens[record.Name], record.Value);
                    ShouldBe((await new SqliteTokenStorage(path, space.Name).GetAsync(record.Name, Cancellation))!, record.Value);
                    records++;
                }
            }

            (await new SqliteTokenStorage(path).GetNamespacesAsync(Cancellation))
                .ShouldBe(NamespacesOf(expected).Where(space => space.Value.EnumerateObject().Any()).Select(space => space.Name));
            (await File.ReadAllBytesAsync(path, Cancellation)).SequenceEqual(before).ShouldBeTrue("the file was changed");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Databases.Length} of {Databases.Length} databases, {records} records");
        records.ShouldBe(13);
    }

    [Fact]
    public async Task A_new_database_has_the_tables_and_rows_of_the_reference()
    {
        var path = _directory["new.db"];
        using var expected = Expected("sqlite-v2");
        foreach (var space in NamespacesOf(expected))
        {
            var tokens = await new SqliteTokenStorage(Copy("sqlite-v2"), space.Name).GetAllAsync(Cancellation);
            await new SqliteTokenStorage(path, space.Name).StoreAsync(tokens.Values, Cancellation);
        }

        ShouldHold(path, expected.RootElement.GetProperty("database"));
        SchemaTexts(path).ShouldBe(SchemaTexts(Copy("sqlite-v2")), "to the blank");
    }

    [Fact]
    public async Task Storing_what_a_database_of_schema_2_holds_changes_no_row()
    {
        var path = Copy("sqlite-v2");
        using var expected = Expected("sqlite-v2");
        foreach (var space in NamespacesOf(expected))
        {
            var storage = new SqliteTokenStorage(path, space.Name);
            await storage.StoreAsync((await storage.GetAllAsync(Cancellation)).Values, Cancellation);
        }

        ShouldHold(path, expected.RootElement.GetProperty("database"));
    }

    [Fact]
    public async Task A_database_of_schema_1_stays_one_and_keeps_its_configuration()
    {
        var path = Copy("legacy-sqlite-v1");
        var configuration = TestDatabase.Read(path, "SELECT * FROM config_storage ORDER BY 1, 2", 3);
        var token = TestTokens.Create("auth.globus.org");

        await new SqliteTokenStorage(path).StoreAsync([token], Cancellation);
        await new SqliteTokenStorage(path, "profile-2").RemoveAsync("transfer.api.globus.org", Cancellation);

        configuration.Count.ShouldBe(3);
        TestDatabase.Read(path, "SELECT * FROM config_storage ORDER BY 1, 2", 3).ShouldBe(configuration);
        TestDatabase.Read(path, "SELECT * FROM sdk_storage_adapter_internal ORDER BY 1", 2)
            .ShouldBe([["globus-sdk.database_schema_version", "1"], ["globus-sdk.version", "4.9.0"]]);
        (await new SqliteTokenStorage(path).GetAllAsync(Cancellation)).Count.ShouldBe(4);
        (await new SqliteTokenStorage(path).GetAsync("auth.globus.org", Cancellation)).ShouldBe(token);
        (await new SqliteTokenStorage(path, "profile-2").GetAllAsync(Cancellation)).Keys.ShouldBe(["groups.api.globus.org"]);
    }

    [Fact]
    public async Task Members_that_are_not_known_survive_with_their_record()
    {
        var path = Copy("sqlite-v2");
        const string Record = """{"future": {"x": [1, 2.50]}, "resource_server": "a.example", "scope": "s", "access_token": "t", "expires_at_seconds": 1}""";
        TestDatabase.Run(path, $"INSERT INTO token_storage VALUES ('DEFAULT', 'a.example', '{Record}')");
        var storage = new SqliteTokenStorage(path);

        await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation);
        RecordOf("a.example").ShouldBe(Record, "it was not stored again");

        await storage.StoreAsync([(await storage.GetAsync("a.example", Cancellation))! with { AccessToken = "new" }], Cancellation);
        RecordOf("a.example").ShouldContain("\"future\":{\"x\":[1,2.50]}");

        string RecordOf(string resourceServer) =>
            TestDatabase.Read(path, $"SELECT token_data_json FROM token_storage WHERE namespace = 'DEFAULT' AND resource_server = '{resourceServer}'", 1)[0][0];
    }

    [Fact]
    public async Task A_database_whose_text_is_utf_16_is_read_and_written()
    {
        var path = _directory["utf16.db"];
        TestDatabase.Run(path, "PRAGMA encoding = 'UTF-16le'", "CREATE TABLE x (y)", "DROP TABLE x");
        var storage = new SqliteTokenStorage(path);

        await storage.StoreAsync([TestTokens.Create("ä.example")], Cancellation);

        using (var database = TestDatabase.Open(path))
        {
            database.ReadText("PRAGMA encoding").ShouldBe("UTF-16le");
        }

        (await storage.GetAllAsync(Cancellation))["ä.example"].ShouldBe(TestTokens.Create("ä.example"));
    }

    public void Dispose() => _directory.Dispose();

    private static void ShouldBe(TokenData token, JsonElement expected)
    {
        (token.ResourceServer, token.IdentityId, token.Scope, token.AccessToken, token.RefreshToken, token.TokenType).ShouldBe((
            expected.GetProperty("resource_server").GetString()!,
            expected.GetProperty("identity_id").GetString(),
            expected.GetProperty("scope").GetString()!,
            expected.GetProperty("access_token").GetString()!,
            expected.GetProperty("refresh_token").GetString(),
            expected.GetProperty("token_type").GetString()));
        token.ExpiresAt.ToUnixTimeSeconds().ShouldBe(expected.GetProperty("expires_at_seconds").GetInt64());
        token.ExtensionData.Count.ShouldBe(expected.GetProperty("extra").EnumerateObject().Count());
    }

    private static void ShouldHold(string path, JsonElement expected)
    {
        SchemaTexts(path).Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldBe(expected.GetProperty("schema").EnumerateArray().Select(text => text.GetString()!));
        TestDatabase.Read(path, "SELECT attribute, value FROM sdk_storage_adapter_internal", 2).ToDictionary(row => row[0], row => row[1])
            .ShouldBe(expected.GetProperty("internal").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!), ignoreOrder: true);
        var rows = TestDatabase.Read(path, "SELECT namespace, resource_server, token_data_json FROM token_storage ORDER BY 1, 2", 3);
        var expectedRows = expected.GetProperty("rows").EnumerateArray().ToArray();
        rows.Count.ShouldBe(expectedRows.Length);
        foreach (var (row, expectedRow) in rows.Zip(expectedRows))
        {
            row[0].ShouldBe(expectedRow.GetProperty("namespace").GetString());
            row[1].ShouldBe(expectedRow.GetProperty("resource_server").GetString());
            using var record = JsonDocument.Parse(row[2]);
            JsonElement.DeepEquals(record.RootElement, expectedRow.GetProperty("token_data_json")).ShouldBeTrue(row[2]);
        }
    }

    private static string[] SchemaTexts(string path) =>
        [.. TestDatabase.Read(path, "SELECT sql FROM sqlite_master WHERE type = 'table' ORDER BY name", 1).Select(row => row[0])];

    private static JsonElement.ObjectEnumerator NamespacesOf(JsonDocument expected) =>
        (expected.RootElement.TryGetProperty("read_by_SQLiteTokenStorage", out var records) ? records : expected.RootElement.GetProperty("namespaces")).EnumerateObject();

    private static JsonDocument Expected(string name) => JsonDocument.Parse(File.ReadAllBytes(SharedFolder.File("conformance", "tokenstorage", name + ".expected.json")));

    private string Copy(string name)
    {
        var path = _directory[$"{Guid.NewGuid():N}.db"];
        File.Copy(SharedFolder.File("conformance", "tokenstorage", name + ".db"), path);
        return path;
    }
}
