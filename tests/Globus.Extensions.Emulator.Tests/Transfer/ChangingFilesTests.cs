using System.Globalization;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

/// <summary>Files that change while they are copied: three hundred bytes go over in pieces of a hundred, each when the clock is moved.</summary>
public sealed class ChangingFilesTests
{
    private const string Folder = "folder";
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_copy_that_differs_from_its_source_is_made_again(int? level)
    {
        await using var stage = await StartSlowAsync();
        stage.Source.Write("a.txt", new string('a', 300));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt"), $",\"verify_checksum\":true{Sync(level)}"));

        await LetThroughAsync(stage, id, 100);
        stage.Source.Write("a.txt", new string('b', 300));
        await AdvanceUntilAsync(stage, id, static task => task.GetProperty("nice_status").GetString() == "VERIFY_CHECKSUM");
        var meanwhile = Entries(stage.Destination);
        var task = await FinishAsync(stage, id);

        meanwhile.ShouldBe("");
        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        task.GetProperty("files_transferred").GetInt32().ShouldBe(1);
        task.GetProperty("bytes_transferred").GetInt32().ShouldBe(300);
        ReadCopy(stage).ShouldBe(new string('b', 300));
    }

    [Theory]
    [InlineData(150, null)]
    [InlineData(150, 0)]
    [InlineData(450, 0)]
    [InlineData(450, 2)]
    public async Task A_file_that_changes_its_size_is_copied_again(int length, int? level)
    {
        await using var stage = await StartSlowAsync();
        stage.Source.Write("a.txt", new string('a', 300));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt"), Sync(level)));

        await LetThroughAsync(stage, id, 100);
        stage.Source.Write("a.txt", new string('b', length));
        var waiting = await AdvanceUntilAsync(stage, id, static task => task.GetProperty("faults").GetInt32() > 0);
        var meanwhile = Entries(stage.Destination);
        var task = await FinishAsync(stage, id);

        waiting.GetProperty("nice_status").GetString().ShouldBe("FILE_SIZE_CHANGED");
        meanwhile.ShouldBe("");
        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        ReadCopy(stage).ShouldBe(new string('b', length));
    }

    [Fact]
    public async Task A_source_that_vanishes_while_it_is_copied_is_copied_nevertheless()
    {
        await using var stage = await StartSlowAsync();
        stage.Source.Write("a.txt", new string('a', 300));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt"), ""","verify_checksum":true"""));

        await LetThroughAsync(stage, id, 100);
        File.Delete(stage.Source.At("a.txt"));
        var task = await FinishAsync(stage, id);

        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED", task.ToString());
        ReadCopy(stage).ShouldBe(new string('a', 300));
    }

    [Fact]
    public async Task Half_a_copy_is_not_seen_and_not_left_by_a_cancelled_task()
    {
        await using var stage = await StartSlowAsync();
        stage.Source.Write("a.txt", new string('a', 300));
        stage.Destination.Write("a.txt", "before");
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt")));

        await LetThroughAsync(stage, id, 200);
        var meanwhile = ReadCopy(stage);
        var listed = await stage.User.NamesAsync(stage.DestinationId, "/");
        await stage.User.PostAsync($"task/{id}/cancel");
        await stage.Driver.Emulator.StopAsync(TestContext.Current.CancellationToken);

        meanwhile.ShouldBe("before");
        listed.ShouldBe("a.txt");
        Entries(stage.Destination).ShouldBe("a.txt");
        ReadCopy(stage).ShouldBe("before");
    }

    [Fact]
    public async Task Half_a_copy_is_nothing_to_other_tasks()
    {
        await using var stage = await StartSlowAsync();
        stage.Source.Write("a.txt", new string('a', 300));
        stage.Source.Write("empty/none.txt", "");
        var slow = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/d/a.txt")));
        await LetThroughAsync(stage, slow, 100);
        var half = Path.GetFileName(Directory.GetFiles(stage.Destination.At("d"), "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }).Single());
        var back = stage.Transfer(Item("/d", "/back")).Replace(stage.DestinationId, "x", StringComparison.Ordinal)
            .Replace(stage.SourceId, stage.DestinationId, StringComparison.Ordinal).Replace("\"x\"", $"\"{stage.SourceId}\"", StringComparison.Ordinal);

        await stage.RunAsync(back);
        await stage.TransferAsync(Item("/empty", "/d"), ""","delete_destination_extra":true""");
        await stage.RunAsync(stage.Delete(DeleteItem("/d/.*"), ""","interpret_globs":true,"ignore_missing":true"""));
        var named = await stage.User.StatAsync(stage.DestinationId, $"/d/{half}");
        var task = await FinishAsync(stage, slow);

        Entries(stage.Source).ShouldBe("a.txt back empty empty/none.txt");
        named["code"].ShouldBe("BadRequest");
        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED", task.ToString());
        Entries(stage.Destination).ShouldBe("d d/a.txt d/none.txt");
    }

    [Fact]
    public async Task A_copy_keeps_the_time_of_its_source_when_it_takes_the_place_of_another_file()
    {
        await using var stage = await StartSlowAsync();
        var time = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(stage.Source.Write("a.txt", new string('a', 300)), time);
        stage.Destination.Write("a.txt", "before");
        var id = await stage.SubmitAsync(stage.Transfer(Item("/a.txt", "/a.txt"), ""","preserve_timestamp":true,"verify_checksum":true"""));

        await FinishAsync(stage, id);

        File.GetLastWriteTimeUtc(stage.Destination.At("a.txt")).ShouldBe(time);
    }

    [Fact]
    public async Task A_link_put_in_the_place_of_the_source_s_folder_is_no_way_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var stage = await StartSlowAsync();
        using var outside = await PrepareWayOutAsync(stage, stage.SourceId, stage.Source);
        outside.Write("a.txt", "secret");
        outside.Write("b.txt", "secret");
        stage.Source.Write(Folder + "/a.txt", new string('a', 300));
        stage.Source.Write(Folder + "/b.txt", new string('a', 300));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/" + Folder, "/d")));

        await LetThroughAsync(stage, id, 100);
        await TakeWayOutAsync(stage, stage.SourceId);
        var task = await FinishAsync(stage, id);

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED");
        Directory.GetFiles(stage.Destination.At("d")).Select(File.ReadAllText).ShouldAllBe(static text => text == new string('a', 300));
    }

    [Fact]
    public async Task A_link_put_in_the_place_of_the_destination_s_folder_is_no_way_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var stage = await StartSlowAsync();
        using var outside = await PrepareWayOutAsync(stage, stage.DestinationId, stage.Destination);
        Directory.CreateDirectory(stage.Destination.At(Folder));
        stage.Source.Write("s/a.txt", new string('a', 300));
        stage.Source.Write("s/b.txt", new string('a', 300));
        stage.Source.Write("s/c/d.txt", "a");
        var id = await stage.SubmitAsync(stage.Transfer(Item("/s", "/" + Folder)));

        await LetThroughAsync(stage, id, 100);
        await TakeWayOutAsync(stage, stage.DestinationId);
        var task = await FinishAsync(stage, id);
        await stage.Driver.Emulator.StopAsync(TestContext.Current.CancellationToken);

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED");
        Entries(outside).ShouldBe("");
        Entries(stage.Destination).ShouldNotContain("globus");
    }

    [Fact]
    public async Task A_collection_deleted_meanwhile_ends_the_task()
    {
        await using var stage = await StartSlowAsync();
        stage.Source.Write("s/a.txt", new string('a', 300));
        stage.Source.Write("s/b.txt", new string('a', 300));
        var id = await stage.SubmitAsync(stage.Transfer(Item("/s", "/d")));

        await LetThroughAsync(stage, id, 100);
        (await stage.User.DeleteAsync($"endpoint/{stage.DestinationId}"))["code"].ShouldBe("Deleted");
        var task = await FinishAsync(stage, id);
        await stage.Driver.Emulator.StopAsync(TestContext.Current.CancellationToken);

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("ENDPOINT_ERROR");
        Entries(stage.Destination).ShouldBe("d");
    }

    private static string Sync(int? level) => level is { } given ? string.Create(CultureInfo.InvariantCulture, $",\"sync_level\":{given}") : "";

    private static string ReadCopy(TransferStage stage) => File.ReadAllText(stage.Destination.At("a.txt"));

    /// <summary>Everything below a folder, hidden or not, by relative path.</summary>
    private static string Entries(TestFolder folder) => string.Join(
        ' ', Directory.EnumerateFileSystemEntries(folder.FullName, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(entry => Path.GetRelativePath(folder.FullName, entry).Replace('\\', '/')).Order(StringComparer.Ordinal));

    /// <summary>Makes a link with a text that is harmless where it stands and would lead out of the collection from the root.</summary>
    private static async Task<TestFolder> PrepareWayOutAsync(TransferStage stage, string collection, TestFolder folder)
    {
        var outside = new TestFolder();
        Directory.CreateDirectory(folder.At("deeper"));
        var made = await stage.User.ChangeAsync(
            collection, "symlink", ("path", "/deeper/link"), ("symlink_target", "../" + Path.GetFileName(outside.FullName)));
        made["code"].ShouldBe("SymlinkCreated");
        return outside;
    }

    /// <summary>Puts the link into the place of the folder that is being worked on.</summary>
    private static async Task TakeWayOutAsync(TransferStage stage, string collection)
    {
        (await stage.User.ChangeAsync(collection, "rename", ("old_path", "/" + Folder), ("new_path", "/away")))["code"].ShouldBe("FileRenamed");
        (await stage.User.ChangeAsync(collection, "rename", ("old_path", "/deeper/link"), ("new_path", "/" + Folder)))["code"].ShouldBe("FileRenamed");
    }

    private async Task<TransferStage> StartSlowAsync() => await StartAsync(new GlobusEmulatorOptions { TimeProvider = _time, Bandwidth = 1_000 });

    private Task AdvanceAsync() => _time.AdvanceToNextTimerAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    private async Task LetThroughAsync(TransferStage stage, string task, int bytes)
    {
        for (var through = 0L; through < bytes;)
        {
            through = (await stage.WaitAsync(task, static _ => true)).GetProperty("bytes_transferred").GetInt64();
            if (through < bytes)
            {
                await AdvanceAsync();
                await stage.WaitAsync(task, document => document.GetProperty("bytes_transferred").GetInt64() > through);
            }
        }
    }

    private async Task<JsonElement> AdvanceUntilAsync(TransferStage stage, string task, Func<JsonElement, bool> until)
    {
        while (true)
        {
            var document = await stage.WaitAsync(task, static _ => true);
            if (until(document))
            {
                return document;
            }

            _time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }
    }

    private Task<JsonElement> FinishAsync(TransferStage stage, string task) =>
        AdvanceUntilAsync(stage, task, static document => document.GetProperty("status").GetString() != "ACTIVE");
}
