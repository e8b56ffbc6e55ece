using System.Runtime.Versioning;
using Globus.Extensions.Sqlite;
using Globus.Extensions.Sqlite.Internal;

namespace Globus.Extensions.StorageTests.Sqlite;

/// <summary>Who may read the database and what SQLite keeps beside it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteAccessTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_owner_can_read_anything_at_any_time()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows the rights of the folder hold.");
        var path = _directory["a/b/tokens.db"];
        var modes = new List<(string File, UnixFileMode Mode)>();
        var storage = new SqliteTokenStorage(path, "DEFAULT", null, null, Look);

        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation);

        modes.Select(static seen => seen.File).ShouldContain("tokens.db-wal");
        modes.Select(static seen => seen.File).ShouldContain("tokens.db-shm");
        modes.ShouldAllBe(static seen => seen.Mode == OwnerOnly);
        File.GetUnixFileMode(path).ShouldBe(OwnerOnly);
        File.GetUnixFileMode(_directory["a"]).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
        File.GetUnixFileMode(_directory["a/b"]).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);

        void Look(SqliteDatabase database)
        {
            // Opening it reads nothing yet: this makes the files beside it appear.
            database.ReadText("SELECT count(*) FROM sqlite_master");
            modes.AddRange(Directory.GetFiles(_directory["a/b"]).Select(static file => (Path.GetFileName(file), File.GetUnixFileMode(file))));
        }
    }

    [Fact]
    public async Task A_database_that_others_could_read_is_closed_to_them_by_the_next_change()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows the rights of the folder hold.");
        var storage = new SqliteTokenStorage(_directory["tokens.db"]);
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        File.SetUnixFileMode(storage.Path, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation);

        File.GetUnixFileMode(storage.Path).ShouldBe(OwnerOnly);
    }

    public void Dispose() => _directory.Dispose();
}
