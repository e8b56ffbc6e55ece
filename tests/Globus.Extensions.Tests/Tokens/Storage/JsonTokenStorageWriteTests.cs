using System.Collections.Concurrent;
using System.Runtime.Versioning;
using Globus.Extensions.Tests.EmulatorHosting;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>How the file is replaced: modes, links, locks, and what remains when it fails.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class JsonTokenStorageWriteTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens.json"];

    [Fact]
    public async Task Files_and_new_folders_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes.");
        var path = _directory["one/two/tokens.json"];
        UnixFileMode? temporaryMode = null;
        var storage = new JsonTokenStorage(path, "DEFAULT", null, null, new WatchedSteps(file => temporaryMode = File.GetUnixFileMode(file)), null);

        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        temporaryMode.ShouldBe(OwnerOnly);
        File.GetUnixFileMode(path).ShouldBe(OwnerOnly);
        File.GetUnixFileMode(path + ".lock").ShouldBe(OwnerOnly);
        File.GetUnixFileMode(_directory["one"]).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
        File.GetUnixFileMode(_directory["one/two"]).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_file_that_others_could_read_becomes_private()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes.");
        var log = new ConcurrentQueue<LogEntry>();
        var storage = new JsonTokenStorage(FilePath, "DEFAULT", null, null, null, new ListLogger("storage", log));
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        File.SetUnixFileMode(FilePath, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation);
        await storage.StoreAsync([TestTokens.Create("c.example")], Cancellation);

        File.GetUnixFileMode(FilePath).ShouldBe(OwnerOnly);
        log.ShouldHaveSingleItem().Text.ShouldBe(
            $"Other accounts could read the token file {FilePath}, whose mode was 0644. It is for its owner only from now on; if others may have read it, log out and in again.");
    }

    [Fact]
    public async Task A_symbolic_link_stays_and_its_target_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        File.CreateSymbolicLink(FilePath, "elsewhere/real.json");
        var storage = new JsonTokenStorage(FilePath);

        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation);

        new FileInfo(FilePath).LinkTarget.ShouldBe("elsewhere/real.json");
        (await new JsonTokenStorage(_directory["elsewhere/real.json"]).GetAllAsync(Cancellation)).Count.ShouldBe(2);
        _directory.FileNames.ShouldBe(["tokens.json"]);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_old_tokens_and_no_temporary_file()
    {
        await new JsonTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var before = await File.ReadAllBytesAsync(FilePath, Cancellation);
        var storage = new JsonTokenStorage(FilePath, "DEFAULT", null, null, new FullDisk(), null);

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await storage.StoreAsync([TestTokens.Create("b.example")], Cancellation));

        error.Message.ShouldContain(FilePath);
        error.Message.ShouldContain("that the disk has room");
        error.ToString().ShouldNotContain("SECRET");
        (await File.ReadAllBytesAsync(FilePath, Cancellation)).ShouldBe(before);
        _directory.FileNames.ShouldBe(["tokens.json", "tokens.json.lock"]);
    }

    [Fact]
    public async Task A_write_cancelled_half_way_leaves_the_old_tokens_and_no_temporary_file()
    {
        using var cancellation = new CancellationTokenSource();
        await new JsonTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var storage = new JsonTokenStorage(FilePath, "DEFAULT", null, null, new WatchedSteps(_ => cancellation.Cancel()), null);

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await storage.StoreAsync([TestTokens.Create("b.example")], cancellation.Token));

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
        _directory.FileNames.ShouldBe(["tokens.json", "tokens.json.lock"]);
    }

    [Fact]
    public async Task A_rename_that_fails_leaves_no_temporary_file()
    {
        Directory.CreateDirectory(_directory["tokens.json/full"]);

        await Should.ThrowAsync<IOException>(
            async () => await new AtomicFile(FilePath, TimeProvider.System, FileSteps.Default).ReplaceAsync(new byte[] { 1 }, Cancellation));

        _directory.FileNames.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_reported()
    {
        await File.WriteAllTextAsync(_directory["file"], "", Cancellation);

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await new JsonTokenStorage(_directory["file/tokens.json"]).StoreAsync([TestTokens.Create("a.example")], Cancellation));

        error.Location.ShouldBe(_directory["file/tokens.json"]);
        error.Message.ShouldContain("cannot write the file");
    }

    [Fact]
    public async Task What_a_dead_writer_left_is_cleared_away_and_nothing_else()
    {
        var leftover = $".tokens.json.{new string('A', 32)}.tmp";
        string[] others = [$".tokens.json.old.{new string('A', 32)}.tmp", "mine.tmp"];
        await Task.WhenAll(others.Append(leftover).Select(name => File.WriteAllTextAsync(_directory[name], "", Cancellation)));

        await new JsonTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);

        _directory.FileNames.ShouldBe([.. others, "tokens.json", "tokens.json.lock"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_lock_held_by_another_process_is_waited_for()
    {
        await using var foreign = new FileStream(FilePath + ".lock", FileMode.Create, FileAccess.Write, FileShare.None);
        var clock = new LeapingTimeProvider(onWait: foreign.Dispose);

        await new JsonTokenStorage(FilePath, timeProvider: clock).StoreAsync([TestTokens.Create("a.example")], Cancellation);

        clock.Waited.ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_lock_that_is_never_released_is_reported_after_thirty_seconds()
    {
        await using var foreign = new FileStream(FilePath + ".lock", FileMode.Create, FileAccess.Write, FileShare.None);
        var clock = new LeapingTimeProvider();

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await new JsonTokenStorage(FilePath, timeProvider: clock).StoreAsync([TestTokens.Create("a.example")], Cancellation));

        error.Message.ShouldContain(FilePath + ".lock");
        clock.Waited.ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31));
        File.Exists(FilePath).ShouldBeFalse();
        TokenFileLock.CountHolders(FilePath + ".lock").ShouldBe(0);
    }

    [Fact]
    public async Task Waiting_for_the_lock_can_be_cancelled()
    {
        await using var foreign = new FileStream(FilePath + ".lock", FileMode.Create, FileAccess.Write, FileShare.None);
        using var cancellation = new CancellationTokenSource();
        var clock = new LeapingTimeProvider(onWait: cancellation.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await new JsonTokenStorage(FilePath, timeProvider: clock).StoreAsync([TestTokens.Create("a.example")], cancellation.Token));

        TokenFileLock.CountHolders(FilePath + ".lock").ShouldBe(0);
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Has room for a few bytes only.</summary>
    private sealed class FullDisk : FileSteps
    {
        public override async ValueTask WriteAsync(FileStream temporary, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            await base.WriteAsync(temporary, content[..10], cancellationToken);
            throw new IOException("No space left on device");
        }
    }

    /// <summary>Looks at the new file while it is still empty.</summary>
    private sealed class WatchedSteps(Action<string> onCreated) : FileSteps
    {
        public override FileStream CreateTemporary(string path)
        {
            var stream = base.CreateTemporary(path);
            onCreated(path);
            return stream;
        }
    }
}
