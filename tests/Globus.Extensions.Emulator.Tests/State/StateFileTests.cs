using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class StateFileTests : IDisposable
{
    private static readonly TimeSpan Debounce = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly StateStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Changes_are_saved_a_moment_later_and_reading_saves_nothing()
    {
        await using var driver = await _stage.StartAsync();
        var token = await driver.AccessTokenAsync(GroupsAll);

        var atStart = await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken);
        _stage.Time.Advance(Debounce);
        var saved = await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken);
        var time = File.GetLastWriteTimeUtc(_stage.File);
        await driver.GetAsync("groups/v2/groups/my_groups", token);
        _stage.Time.Advance(TimeSpan.FromMinutes(1));

        saved.ShouldNotBe(atStart);
        File.GetLastWriteTimeUtc(_stage.File).ShouldBe(time);
    }

    [Fact]
    public async Task The_file_and_the_folder_beside_it_can_be_moved_and_are_what_a_crash_leaves()
    {
        await using var driver = await _stage.StartAsync();
        var token = await driver.AccessTokenAsync(TransferUser.MappedDataAccess);
        _stage.Time.Advance(Debounce);

        using var elsewhere = new TestFolder();
        File.Copy(_stage.File, elsewhere.At("moved.json"));
        File.WriteAllText(elsewhere.At("moved.json.new"), "{\"format\":\"glob");
        CopyFolder(_stage.File + ".files", elsewhere.At("moved.json.files"));
        await using var after = await EmulatorDriver.StartAsync(new() { StateFile = elsewhere.At("moved.json"), TimeProvider = _stage.Time });
        var user = new TransferUser(after, token);

        (await user.NamesAsync(TransferUser.Mapped, "/")).ShouldBe("projects");
        user.Folder(TransferUser.Mapped).ShouldContain("moved.json.files");
    }

    [Fact]
    public async Task The_file_is_for_its_owner_only_and_holds_neither_tokens_nor_secrets()
    {
        string token;
        await using (var driver = await _stage.StartAsync())
        {
            token = await driver.AccessTokenAsync(GroupsAll);
            await driver.ServiceTokenAsync(GroupsAll);
        }

        var state = await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken);

        state.ShouldNotContain(token);
        state.ShouldNotContain(ServiceSecret);
        Directory.GetFiles(_stage.Folder.FullName).ShouldBe([_stage.File]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_stage.File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(_stage.File + ".files").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("", "damaged")]
    [InlineData("{", "damaged")]
    [InlineData("[]", "damaged")]
    [InlineData("{\"users\":[]}", "damaged")]
    [InlineData("{\"format\":\"globus-emulator-state\"}", "damaged")]
    [InlineData("{\"format\":\"globus-emulator-state\",\"version\":1}", "of version 1")]
    [InlineData("{\"format\":\"globus-emulator-state\",\"version\":2,\"seed\":\"x\",\"parts\":{}}", "another seed")]
    public async Task A_file_that_cannot_be_used_is_refused_and_left_as_it_is(string content, string problem)
    {
        await File.WriteAllTextAsync(_stage.File, content, TestContext.Current.CancellationToken);

        var refusal = await Should.ThrowAsync<InvalidDataException>(() => _stage.StartAsync());

        refusal.Message.ShouldContain(_stage.File);
        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldContain("move it away");
        (await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken)).ShouldBe(content);
    }

    [Theory]
    [InlineData("\"groups\":[", "\"groups\":null,\"roles\":[", "'groups' is null")]
    [InlineData("\"parts\":{", "\"parts\":{\"flows\":[],", "does not know: flows")]
    [InlineData("\"user_name\":\"ada@example.org\"", "\"user_name\":null", "damaged")]
    [InlineData("\"pkcs8\":\"", "\"pkcs8\":\"AAAA", "damaged")]
    public async Task A_part_that_cannot_be_used_is_refused(string part, string replacement, string problem)
    {
        await using (var driver = await _stage.StartAsync())
        {
            await driver.GetAsync("auth/jwk.json");
        }

        var state = await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken);
        state.ShouldContain(part);
        var changed = state.Replace(part, replacement, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_stage.File, changed, TestContext.Current.CancellationToken);

        var refusal = await Should.ThrowAsync<InvalidDataException>(() => _stage.StartAsync());

        refusal.Message.ShouldContain(problem);
        (await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken)).ShouldBe(changed);
    }

    [Fact]
    public async Task Another_seed_or_other_collections_are_refused()
    {
        await (await _stage.StartAsync()).DisposeAsync();
        var seed = EmulatorSeed.CreateDefault();

        await Should.ThrowAsync<InvalidDataException>(() => _stage.StartAsync(options => options.Seed = seed with { Users = [.. seed.Users.Reverse()] }));
        await Should.ThrowAsync<InvalidDataException>(() => _stage.StartAsync(
            options => options.Collections.Add(new() { DisplayName = "Lab", Folder = _stage.Folder.FullName })));
        await (await _stage.StartAsync(options => options.Seed = seed)).DisposeAsync();
    }

    [Fact]
    public async Task One_file_is_for_one_emulator_at_a_time()
    {
        await using (await _stage.StartAsync())
        {
            (await Should.ThrowAsync<IOException>(() => _stage.StartAsync())).Message.ShouldContain("in use by another emulator");
        }

        await (await _stage.StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task What_cannot_be_saved_is_told_and_tried_again_while_the_emulator_serves_on()
    {
        var obstacle = Directory.CreateDirectory(_stage.File + ".new");
        await using var driver = await _stage.StartAsync();
        var token = await driver.AccessTokenAsync(GroupsAll);

        _stage.Time.Advance(Debounce);
        _stage.Time.Advance(Retry);
        var answer = await driver.GetAsync("groups/v2/groups/my_groups", token);
        obstacle.Delete();
        _stage.Time.Advance(Retry);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        File.Exists(_stage.File).ShouldBeTrue();
        _stage.Problems.Count.ShouldBe(2, "a lasting problem is told once, and its end");
        _stage.Problems[0].ShouldContain(_stage.File);
        _stage.Problems[1].ShouldContain("again");
    }

    [Fact]
    public async Task The_program_is_killed_and_goes_on_where_it_was()
    {
        string token;
        await using (var first = await EmulatorProcess.StartAsync("--state", _stage.File))
        {
            var before = await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken);
            token = await first.ServiceTokenAsync(GroupsAll);
            while (await File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken) == before)
            {
                await Task.Yield();
            }

            await first.KillAsync();
        }

        await using var second = await EmulatorProcess.StartAsync("--state", _stage.File);

        (await second.SendAsync(HttpMethod.Get, "groups/v2/groups/my_groups", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_cannot_be_saved_at_the_end_is_told_to_be_lost()
    {
        await using (var driver = await _stage.StartAsync())
        {
            Directory.CreateDirectory(_stage.File + ".new");
            await driver.AccessTokenAsync(GroupsAll);
        }

        _stage.Problems.ShouldHaveSingleItem().ShouldContain(_stage.File);
        _stage.Problems[0].ShouldContain("lost");
    }

    [Fact]
    public async Task An_end_that_fails_lets_go_of_the_state_all_the_same()
    {
        var driver = await _stage.StartAsync(static options => options.OnStateProblem = static problem => throw new NotSupportedException(problem));
        var obstacle = Directory.CreateDirectory(_stage.File + ".new");
        await driver.AccessTokenAsync(GroupsAll);

        await Should.ThrowAsync<NotSupportedException>(() => driver.Emulator.DisposeAsync().AsTask());
        obstacle.Delete();

        await (await _stage.StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_journal_that_cannot_be_removed_at_the_end_is_told_and_nothing_is_lost()
    {
        string token;
        await using (var driver = await _stage.StartAsync())
        {
            Directory.CreateDirectory(_stage.File + ".journal");
            token = await driver.AccessTokenAsync(GroupsAll);
        }

        _stage.Problems.ShouldHaveSingleItem().ShouldContain("nothing is lost");
        _stage.Problems[0].ShouldContain(_stage.File + ".journal");
        await using var after = await _stage.StartAsync();
        (await after.GetAsync("groups/v2/groups/my_groups", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_is_written_after_the_end()
    {
        await using (var driver = await _stage.StartAsync())
        {
            await driver.AccessTokenAsync(GroupsAll);
        }

        File.Delete(_stage.File);
        _stage.Time.Advance(TimeSpan.FromMinutes(1));

        File.Exists(_stage.File).ShouldBeFalse();
    }

    [Fact]
    public async Task A_state_is_discarded_with_its_files_on_request_only_where_nobody_uses_it()
    {
        string token;
        await using (var driver = await _stage.StartAsync())
        {
            token = await driver.AccessTokenAsync(TransferUser.MappedDataAccess);
            await new TransferUser(driver, token).ChangeAsync(TransferUser.Mapped, "mkdir", ("path", "/new"));
            await Should.ThrowAsync<IOException>(() => _stage.StartAsync(static options => options.DiscardState = true));
            (await new TransferUser(driver, token).NamesAsync(TransferUser.Mapped, "/")).ShouldBe("new projects");
        }

        await using var after = await _stage.StartAsync(static options => options.DiscardState = true);

        (await after.GetAsync("auth/v2/oauth2/userinfo", token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var user = await TransferUser.LogInAsync(after, scope: TransferUser.MappedDataAccess);
        (await user.NamesAsync(TransferUser.Mapped, "/")).ShouldBe("projects");
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
