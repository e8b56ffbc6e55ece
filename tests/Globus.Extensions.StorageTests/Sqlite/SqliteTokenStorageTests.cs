using Globus.Extensions.Sqlite;
using Globus.Extensions.Tests.Tokens.Storage;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.StorageTests.Sqlite;

public sealed class SqliteTokenStorageTests : TokenStorageTests, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Removing_what_is_not_there_and_storing_nothing_makes_no_file()
    {
        var storage = new SqliteTokenStorage(_directory["folder/tokens.db"]);

        (await storage.RemoveAsync("a.example", Cancellation)).ShouldBeFalse();
        await storage.StoreAsync([], Cancellation);
        (await storage.GetNamespacesAsync(Cancellation)).ShouldBeEmpty();

        Directory.Exists(_directory["folder"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_but_the_database_is_left_after_a_change()
    {
        var storage = new SqliteTokenStorage(_directory["tokens.db"]);

        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        await storage.GetAllAsync(Cancellation);

        _directory.FileNames.ShouldBe(["tokens.db"]);
    }

    [Fact]
    public async Task A_deleted_database_is_an_empty_storage_at_once()
    {
        var storage = new SqliteTokenStorage(_directory["tokens.db"]);
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        File.Delete(storage.Path);

        (await storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
        await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation);
        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["b.example"]);
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_storage_and_becomes_a_database()
    {
        await File.WriteAllBytesAsync(_directory["tokens.db"], [], Cancellation);
        var storage = new SqliteTokenStorage(_directory["tokens.db"]);

        (await storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
        (await storage.RemoveAsync("a.example", Cancellation)).ShouldBeFalse();
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
    }

    [Fact]
    public async Task A_removed_token_is_no_longer_in_the_file()
    {
        var storage = new SqliteTokenStorage(_directory["tokens.db"]);
        await storage.StoreAsync([TestTokens.Create("a.example"), TestTokens.Create("b.example", "other")], Cancellation);
        Content().ShouldContain(TestTokens.AccessMarker);

        await storage.RemoveAsync("a.example", Cancellation);

        Content().ShouldNotContain(TestTokens.AccessMarker);

        string Content() => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(storage.Path));
    }

    [Fact]
    public async Task The_first_change_sets_the_database_to_write_ahead_logging()
    {
        var storage = new SqliteTokenStorage(_directory["tokens.db"]);
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        using var database = TestDatabase.Open(storage.Path);

        database.ReadText("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task Says_where_it_keeps_tokens_and_whether_it_does()
    {
        var storage = new SqliteTokenStorage(_directory["x/../tokens.db"], "work");

        (storage.Path, storage.Namespace).ShouldBe((_directory["tokens.db"], "work"));
        (await storage.ExistsAsync(Cancellation)).ShouldBeFalse();
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        (await storage.ExistsAsync(Cancellation)).ShouldBeTrue();
        (await storage.GetNamespacesAsync(Cancellation)).ShouldBe(["work"]);
    }

    [Fact]
    public async Task A_symbolic_link_in_place_of_the_file_is_followed_and_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some accounts make symbolic links.");
        Directory.CreateDirectory(_directory["real"]);
        File.CreateSymbolicLink(_directory["tokens.db"], _directory["real/tokens.db"]);

        await new SqliteTokenStorage(_directory["tokens.db"]).StoreAsync([TestTokens.Create("a.example")], Cancellation);

        (await new SqliteTokenStorage(_directory["real/tokens.db"]).GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
        File.ResolveLinkTarget(_directory["tokens.db"], returnFinalTarget: false).ShouldNotBeNull();
        (await new SqliteTokenStorage(_directory["tokens.db"]).GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
    }

    public void Dispose() => _directory.Dispose();

    protected override ValueTask<ITokenStorage> OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken) =>
        new(new SqliteTokenStorage(_directory[$"{place}/folder/tokens.db"], tokenNamespace));
}
