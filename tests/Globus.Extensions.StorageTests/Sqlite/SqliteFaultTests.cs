using Globus.Extensions.Sqlite;
using Globus.Extensions.Sqlite.Internal;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.StorageTests.Sqlite;

/// <summary>Databases that cannot be used are reported, and never touched.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens.db"];

    [Fact]
    public async Task A_file_of_another_kind_is_reported_and_left_alone()
    {
        await File.WriteAllTextAsync(FilePath, """{"data": {}, "format_version": "2.0", "globus-sdk.version": "4.9.0"}""".PadRight(1024), Cancellation);

        var error = await ShouldBeRefused();

        error.Message.ShouldContain("it is no SQLite database");
        error.Message.ShouldContain("delete it together with the files of the same name that end in '-wal' and '-shm', and log in again");
    }

    [Fact]
    public async Task A_truncated_database_is_reported_and_left_alone()
    {
        await new SqliteTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var whole = await File.ReadAllBytesAsync(FilePath, Cancellation);

        foreach (var length in (int[])[1, 15, 16, 100, 511, 512, 4095, 4096, 4097, 8192, whole.Length - 4096, whole.Length - 1])
        {
            await File.WriteAllBytesAsync(FilePath, whole[..length], Cancellation);
            (await ShouldBeRefused()).Message.ShouldMatch("it is no SQLite database|it is no complete SQLite database|the database is damaged or not complete");
        }
    }

    [Fact]
    public async Task A_damaged_page_is_reported_before_anything_is_written()
    {
        await new SqliteTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var content = await File.ReadAllBytesAsync(FilePath, Cancellation);
        Array.Fill(content, (byte)0xA5, 4096, 64);
        await File.WriteAllBytesAsync(FilePath, content, Cancellation);

        (await ShouldBeRefused("a.example")).Message.ShouldContain("damaged");
    }

    [Theory]
    [InlineData("it is the database of another program", "another file", "CREATE TABLE places (url)")]
    [InlineData("it is the database of another program", "another file", "CREATE TABLE token_storage (namespace, resource_server, token_data_json)")]
    [InlineData("it is no token database", "another file", "CREATE TABLE token_storage (n)", "CREATE TABLE sdk_storage_adapter_internal (attribute, value)")]
    [InlineData("its tables are not those of a token database", "another file", "CREATE TABLE token_storage (n)", "CREATE TABLE sdk_storage_adapter_internal (x)")]
    [InlineData("its schema is not known", "update this one", "CREATE TABLE sdk_storage_adapter_internal (attribute, value)", "INSERT INTO sdk_storage_adapter_internal VALUES ('globus-sdk.database_schema_version', '3')")]
    [InlineData("its schema is not known", "update this one", "CREATE TABLE sdk_storage_adapter_internal (attribute, value)", "INSERT INTO sdk_storage_adapter_internal VALUES ('globus-sdk.database_schema_version', 'two')")]
    [InlineData("its table 'token_storage' is missing", "log in again", "CREATE TABLE sdk_storage_adapter_internal (attribute, value)", "INSERT INTO sdk_storage_adapter_internal VALUES ('globus-sdk.database_schema_version', 2)")]
    [InlineData("its tables are not those of a token database (no such column", "another file", "CREATE TABLE token_storage (n)", "CREATE TABLE sdk_storage_adapter_internal (attribute, value)", "INSERT INTO sdk_storage_adapter_internal VALUES ('globus-sdk.database_schema_version', '2')")]
    public async Task Says_what_is_wrong_and_what_to_do(string problem, string remedy, params string[] statements)
    {
        TestDatabase.Run(FilePath, statements);

        var error = await ShouldBeRefused();

        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("""{"access_token": SECRET}""", "it is not valid JSON")]
    [InlineData("", "it is not valid JSON")]
    [InlineData("[]", "it is not an object")]
    [InlineData("""{"resource_server": "r", "scope": "s", "access_token": "SECRET"}""", "'expires_at_seconds'")]
    [InlineData("""{"resource_server": "other", "scope": "s", "access_token": "SECRET", "expires_at_seconds": 1}""", "its 'resource_server' is another one")]
    public async Task A_bad_record_is_reported_and_can_be_replaced_or_removed(string record, string problem)
    {
        var storage = new SqliteTokenStorage(FilePath);
        await storage.StoreAsync([TestTokens.Create("good"), TestTokens.Create("r"), TestTokens.Create("removed")], Cancellation);
        TestDatabase.Run(FilePath, $"UPDATE token_storage SET token_data_json = '{record}' WHERE resource_server IN ('r', 'removed')");

        TokenStorageException[] errors =
        [
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAllAsync(Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAsync("r", Cancellation)),
        ];

        errors.ShouldAllBe(error => error.Message.Contains(problem) && error.Message.Contains("in the namespace 'DEFAULT' is unusable") && !error.ToString().Contains("SECRET"));
        (await storage.GetAsync("good", Cancellation)).ShouldNotBeNull();
        await storage.StoreAsync([TestTokens.Create("r", "new")], Cancellation);
        (await storage.RemoveAsync("removed", Cancellation)).ShouldBeTrue();
        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["good", "r"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_database_is_reported()
    {
        Directory.CreateDirectory(FilePath);
        var storage = new SqliteTokenStorage(FilePath);

        var reading = await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAllAsync(Cancellation));
        var writing = await Should.ThrowAsync<TokenStorageException>(async () => await storage.StoreAsync([TestTokens.Create("r")], Cancellation));

        reading.Message.ShouldContain($"The SQLite token storage cannot read the file '{FilePath}'");
        writing.Message.ShouldContain($"The SQLite token storage cannot write the file '{FilePath}'");
        reading.Location.ShouldBe(FilePath);
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_reported()
    {
        await File.WriteAllTextAsync(_directory["folder"], "", Cancellation);

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await new SqliteTokenStorage(_directory["folder/tokens.db"]).StoreAsync([TestTokens.Create("r")], Cancellation));

        error.Message.ShouldContain("cannot write the file");
    }

    [Fact]
    public async Task A_full_disk_is_reported_and_nothing_has_changed()
    {
        await new SqliteTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example", "old")], Cancellation);
        var storage = new SqliteTokenStorage(FilePath, "DEFAULT", null, null, static database => database.Execute("PRAGMA max_page_count = 1"));

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await storage.StoreAsync([TestTokens.Create("a.example", "new"), TestTokens.Create("b.example", new string('x', 100_000))], Cancellation));

        error.Message.ShouldContain("What was stored before has not changed");
        error.Message.ShouldContain("that the disk has room");
        var all = await new SqliteTokenStorage(FilePath).GetAllAsync(Cancellation);
        all.Keys.ShouldBe(["a.example"]);
        all["a.example"].AccessToken.ShouldBe("old");
    }

    [Fact]
    public async Task A_database_that_stays_locked_is_reported_after_the_timeout()
    {
        await new SqliteTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        using var other = TestDatabase.Open(FilePath);
        other.Execute("BEGIN IMMEDIATE");
        var clock = new LeapingTimeProvider();
        var storage = new SqliteTokenStorage(FilePath, "DEFAULT", new SqliteTokenStorageOptions { BusyTimeout = TimeSpan.FromSeconds(7) }, clock);

        var error = await Should.ThrowAsync<TokenStorageException>(async () => await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation));

        error.Message.ShouldContain("other programs have had the database locked for 7 seconds. Nothing was changed.");
        clock.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"], "a writer does not keep readers out");
    }

    [Fact]
    public async Task A_database_that_is_unlocked_in_time_is_written()
    {
        await new SqliteTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var other = TestDatabase.Open(FilePath);
        other.Execute("BEGIN IMMEDIATE");
        var storage = new SqliteTokenStorage(FilePath, "DEFAULT", null, new LeapingTimeProvider(onWait: other.Dispose));

        await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation);

        (await storage.GetAllAsync(Cancellation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Waiting_for_a_locked_database_can_be_cancelled()
    {
        await new SqliteTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        using var other = TestDatabase.Open(FilePath);
        other.Execute("BEGIN IMMEDIATE");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var storage = new SqliteTokenStorage(FilePath, "DEFAULT", null, new LeapingTimeProvider(onWait: cancellation.Cancel));

        await Should.ThrowAsync<OperationCanceledException>(async () => await storage.StoreAsync([TestTokens.Create("b.example")], cancellation.Token));

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
    }

    [Theory]
    [InlineData(":memory:", "memory")]
    [InlineData("/srv/:memory:", "memory")]
    [InlineData("", "path")]
    public void A_path_that_is_none_is_refused(string path, string message) =>
        Should.Throw<ArgumentException>(() => new SqliteTokenStorage(path)).Message.ShouldContain(message);

    [Fact]
    public void A_negative_timeout_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SqliteTokenStorage(FilePath, options: new SqliteTokenStorageOptions { BusyTimeout = TimeSpan.FromTicks(-1) }));

    [Fact]
    public void A_machine_without_SQLite_is_told_what_to_install()
    {
        var error = SqliteFaults.NoLibrary(FilePath, new DllNotFoundException());

        error.Message.ShouldContain("no SQLite library was found");
        error.Message.ShouldContain("SQLitePCLRaw.bundle_e_sqlite3");
    }

    public void Dispose() => _directory.Dispose();

    private async Task<TokenStorageException> ShouldBeRefused(string resourceServer = "r")
    {
        var content = await File.ReadAllBytesAsync(FilePath, Cancellation);
        ITokenStorage storage = new SqliteTokenStorage(FilePath);

        TokenStorageException[] errors =
        [
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAllAsync(Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAsync(resourceServer, Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.StoreAsync([TestTokens.Create("r")], Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.RemoveAsync(resourceServer, Cancellation)),
        ];

        (await File.ReadAllBytesAsync(FilePath, Cancellation)).SequenceEqual(content).ShouldBeTrue("the file was changed");
        errors.ShouldAllBe(error => error.Location == FilePath && error.Message.Contains($"The SQLite token storage cannot use the file '{FilePath}'"));
        errors.ShouldAllBe(error => error.Message.Contains("The file was left as it is."));
        return errors[0];
    }
}
