using System.Net;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class TransferRestartTests : IDisposable
{
    private readonly StateStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Files_finished_tasks_and_submissions_are_kept()
    {
        string token, document, task, before;
        await using (var driver = await _stage.StartAsync())
        {
            token = await driver.AccessTokenAsync(MappedDataAccess);
            var user = new TransferUser(driver, token);
            document = Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/");
            task = (await user.PostAsync("transfer", document))["task_id"];
            await FinishAsync(user, task);
            await user.ChangeAsync(Mapped, "mkdir", ("path", "/new"));
            before = await DescribeAsync(user, task);
        }

        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);

        (await DescribeAsync(same, task)).ShouldBe(before);
        (await same.NamesAsync(Second, "/copy/")).ShouldBe("file1.txt file2.txt file3.txt results");
        (await same.NamesAsync(Mapped, "/")).ShouldBe("new projects");
        var again = await same.PostAsync("transfer", document);
        again["code"].ShouldBe("Duplicate");
        again["task_id"].ShouldBe(task);
    }

    [Fact]
    public async Task A_removed_task_is_gone_and_its_submission_still_a_duplicate()
    {
        string token, document;
        await using (var driver = await _stage.StartAsync())
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            document = Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/");
            var task = (await user.PostAsync("transfer", document))["task_id"];
            await FinishAsync(user, task);
            (await user.PostAsync($"task/{task}/remove")).Status.ShouldBe(HttpStatusCode.OK);
        }

        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);

        (await same.GetAsync("task_list")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        (await same.PostAsync("transfer", document))["code"].ShouldBe("Duplicate");
    }

    [Fact]
    public async Task A_task_that_was_under_way_goes_on_and_is_finished()
    {
        string token, task;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 1))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            task = (await user.PostAsync("transfer", Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/")))["task_id"];
            while ((await user.GetAsync($"task/{task}"))["nice_status"] != "OK")
            {
                await Task.Yield();
            }
        }

        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);
        await FinishAsync(same, task);
        var document = await same.GetAsync($"task/{task}");

        document["status"].ShouldBe("SUCCEEDED");
        document.Json.GetProperty("files_transferred").GetInt32().ShouldBe(5);
        document.Json.GetProperty("subtasks_pending").GetInt32().ShouldBe(0);
        (await EventsAsync(same, task)).ShouldBe("STARTED RESTARTED STARTED PROGRESS SUCCEEDED");
    }

    [Fact]
    public async Task A_copy_that_was_cut_off_is_not_taken_for_the_file()
    {
        string token, task, folder, leftover;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 10))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            folder = user.Folder(Second, "copy");
            task = (await user.PostAsync(
                "transfer",
                Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/").Replace("\"DATA\":", "\"sync_level\":0,\"DATA\":", StringComparison.Ordinal)))["task_id"];
            while ((await user.GetAsync($"task/{task}")).Json.GetProperty("bytes_transferred").GetInt32() == 0)
            {
                _stage.Time.Advance(TimeSpan.FromMilliseconds(100));
            }

            leftover = Directory.GetFiles(folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }).Single();
        }

        // As if the emulator had crashed: it has had no time to clear away.
        await File.WriteAllTextAsync(leftover, "half", TestContext.Current.CancellationToken);
        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);
        await FinishAsync(same, task);

        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["file1.txt", "file2.txt", "file3.txt", "results"]);
        foreach (var file in Directory.GetFiles(folder))
        {
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
                .ShouldBe(await File.ReadAllTextAsync(same.Folder(First, "home", Path.GetFileName(file)), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_transfer_goes_on_with_the_files_that_it_has_not_copied_and_counts_each_once()
    {
        string token, task, copied, changed;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 1))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            task = (await user.PostAsync("transfer", Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/")))["task_id"];
            while ((await user.GetAsync($"task/{task}")).Json.GetProperty("files_transferred").GetInt32() < 2)
            {
                _stage.Time.Advance(TimeSpan.FromSeconds(1));
            }

            copied = Directory.GetFiles(user.Folder(Second, "copy"), "*", SearchOption.AllDirectories).MinBy(File.GetLastWriteTimeUtc)!;
        }

        changed = new string('x', (int)new FileInfo(copied).Length);
        File.WriteAllText(copied, changed);
        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);
        await FinishAsync(same, task);
        var document = (await same.GetAsync($"task/{task}")).Json;
        var source = new DirectoryInfo(same.Folder(First, "home")).GetFiles("*", SearchOption.AllDirectories);
        var successes = (await same.GetAsync($"task/{task}/successful_transfers")).Json.GetProperty("DATA").EnumerateArray()
            .Select(static file => file.GetProperty("destination_path").GetString()).ToList();

        document.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        document.GetProperty("files").GetInt32().ShouldBe(source.Length);
        document.GetProperty("files_transferred").GetInt32().ShouldBe(source.Length);
        document.GetProperty("bytes_transferred").GetInt64().ShouldBe(source.Sum(static file => file.Length));
        document.GetProperty("subtasks_succeeded").GetInt32().ShouldBe(document.GetProperty("subtasks_total").GetInt32());
        successes.Distinct().Count().ShouldBe(source.Length);
        successes.Count.ShouldBe(source.Length);
        (await File.ReadAllTextAsync(copied, TestContext.Current.CancellationToken)).ShouldBe(changed, "it was copied before");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("", "\"sync_level\":0,")]
    public async Task A_copy_that_a_crash_of_the_machine_has_taken_is_made_again_and_counted_once(string? left, string fields)
    {
        string token, task, copied;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 1))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            var document = Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/").Replace("\"DATA\":", $"{fields}\"DATA\":", StringComparison.Ordinal);
            task = (await user.PostAsync("transfer", document))["task_id"];
            while ((await user.GetAsync($"task/{task}")).Json.GetProperty("files_transferred").GetInt32() < 2)
            {
                _stage.Time.Advance(TimeSpan.FromSeconds(1));
            }

            copied = Directory.GetFiles(user.Folder(Second, "copy"), "*", SearchOption.AllDirectories).MinBy(File.GetLastWriteTimeUtc)!;
        }

        File.Delete(copied);
        if (left is not null)
        {
            File.WriteAllText(copied, left);
        }

        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);
        await FinishAsync(same, task);
        var finished = (await same.GetAsync($"task/{task}")).Json;
        var source = new DirectoryInfo(same.Folder(First, "home")).GetFiles("*", SearchOption.AllDirectories);
        var original = same.Folder(First, ["home", .. Path.GetRelativePath(same.Folder(Second, "copy"), copied).Split(Path.DirectorySeparatorChar)]);

        finished.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        (await File.ReadAllTextAsync(copied, TestContext.Current.CancellationToken))
            .ShouldBe(await File.ReadAllTextAsync(original, TestContext.Current.CancellationToken));
        finished.GetProperty("files").GetInt32().ShouldBe(source.Length);
        finished.GetProperty("files_transferred").GetInt32().ShouldBe(source.Length);
        finished.GetProperty("bytes_transferred").GetInt64().ShouldBe(source.Sum(static file => file.Length));
        finished.GetProperty("subtasks_succeeded").GetInt32().ShouldBe(finished.GetProperty("subtasks_total").GetInt32());
        (await same.GetAsync($"task/{task}/successful_transfers")).Json.GetProperty("DATA").GetArrayLength().ShouldBe(source.Length);
    }

    [Fact]
    public async Task What_a_long_transfer_has_copied_is_known_after_a_crash()
    {
        await using var driver = await _stage.StartAsync(static options => options.Bandwidth = 1);
        var token = await driver.AccessTokenAsync(TransferAll);
        var user = new TransferUser(driver, token);
        var task = (await user.PostAsync("transfer", Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/")))["task_id"];
        _stage.Time.Advance(TimeSpan.FromSeconds(0.5)); // What the calls have changed is saved with this.
        while ((await user.GetAsync($"task/{task}")).Json.GetProperty("files_transferred").GetInt32() < 3)
        {
            _stage.Time.Advance(TimeSpan.FromSeconds(1));
        }

        using var crashed = _stage.Crash();
        await using var after = await crashed.StartAsync(static options => options.Bandwidth = 1);
        var known = (await new TransferUser(after, token).GetAsync($"task/{task}")).Json;

        known.GetProperty("files_transferred").GetInt32().ShouldBeGreaterThanOrEqualTo(1);
        known.GetProperty("bytes_transferred").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_task_that_a_manager_holds_stays_held_until_it_is_let_go()
    {
        string token, task, number;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 1))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            var user = new TransferUser(driver, token);
            task = (await user.PostAsync("transfer", Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/")))["task_id"];
            var other = (await user.PostAsync("transfer", Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/other/")))["task_id"];
            (await user.PostAsync("endpoint_manager/admin_pause", $$"""{"message":"Not now","task_id_list":["{{task}}"]}""")).Status.ShouldBe(HttpStatusCode.OK);
            var canceled = await user.PostAsync("endpoint_manager/admin_cancel", $$"""{"message":"No more","task_id_list":["{{other}}"]}""");
            number = canceled.Json.GetProperty("id").ToString();
        }

        await using var after = await _stage.StartAsync();
        var same = new TransferUser(after, token);
        var held = await same.GetAsync($"task/{task}");
        await same.PostAsync("endpoint_manager/admin_resume", $$"""{"task_id_list":["{{task}}"]}""");
        await FinishAsync(same, task);

        held.Json.GetProperty("is_paused").GetBoolean().ShouldBeTrue();
        held.Json.GetProperty("files_transferred").GetInt32().ShouldBe(0);
        (await same.GetAsync($"task/{task}"))["status"].ShouldBe("SUCCEEDED");
        (await same.GetAsync($"endpoint_manager/admin_cancel/{number}")).Json.GetProperty("done").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_task_whose_deadline_has_passed_meanwhile_is_failed()
    {
        string token, task;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 1))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            task = (await new TransferUser(driver, token).PostAsync("transfer", Transfer($"{Guid.NewGuid()}", First, "/home/", Second, "/copy/")))["task_id"];
        }

        _stage.Time.Advance(TimeSpan.FromHours(25));
        await using var after = await _stage.StartAsync(static options => options.Bandwidth = 1);
        var same = new TransferUser(after, token);
        _stage.Time.Advance(TimeSpan.Zero);
        await FinishAsync(same, task);

        (await same.GetAsync($"task/{task}"))["status"].ShouldBe("FAILED");
        (await EventsAsync(same, task)).ShouldEndWith("EXPIRED");
    }

    [Fact]
    public async Task A_delete_that_was_in_the_journal_only_does_not_miss_what_it_deleted_before_the_crash()
    {
        await using var driver = await _stage.StartAsync();
        var token = await driver.AccessTokenAsync(TransferAll);
        _stage.Time.Advance(TimeSpan.FromSeconds(1));
        var user = new TransferUser(driver, token);
        var second = await File.ReadAllTextAsync(user.Folder(First, ".profile"), TestContext.Current.CancellationToken);
        var task = (await user.PostAsync("delete", DeleteTwo()))["task_id"];
        await FinishAsync(user, task);
        await File.WriteAllTextAsync(user.Folder(First, ".profile"), second, TestContext.Current.CancellationToken);

        // It is between the two items, and nothing has been saved since it was submitted.
        using var crashed = _stage.Crash();
        await using var after = await crashed.StartAsync();
        var same = new TransferUser(after, token);
        await FinishAsync(same, task);

        (await same.GetAsync($"task/{task}"))["status"].ShouldBe("SUCCEEDED");
        (await EventsAsync(same, task)).ShouldStartWith("RESTARTED");
        File.Exists(same.Folder(First, ".profile")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_delete_that_was_saved_in_the_queue_does_not_miss_what_it_deleted_before_the_crash()
    {
        await using var driver = await _stage.StartAsync(static options => options.Bandwidth = 1);
        var token = await driver.AccessTokenAsync(TransferAll);
        var task = await QueueDeleteAsync(new TransferUser(driver, token));
        _stage.Time.Advance(TimeSpan.FromSeconds(0.5));

        // Between the two items, before anything is saved again.
        using var crashed = _stage.Crash();
        File.Delete(Path.Combine(crashed.File + ".files", First, "shared", "welcome.txt"));
        await using var after = await crashed.StartAsync();
        var same = new TransferUser(after, token);
        await FinishAsync(same, task);

        (await same.GetAsync($"task/{task}"))["status"].ShouldBe("SUCCEEDED");
        File.Exists(same.Folder(First, ".profile")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_delete_in_the_queue_of_an_emulator_that_was_stopped_has_deleted_nothing_until_the_next_one_works_on_it()
    {
        string token, task;
        await using (var driver = await _stage.StartAsync(static options => options.Bandwidth = 1))
        {
            token = await driver.AccessTokenAsync(TransferAll);
            task = await QueueDeleteAsync(new TransferUser(driver, token));
        }

        using var stopped = _stage.Crash();
        await using (var untouched = await stopped.StartAsync())
        {
            var user = new TransferUser(untouched, token);
            (await EventsAsync(user, task)).ShouldNotContain("RESTARTED");
        }

        await using var next = await _stage.StartAsync(static options => options.Bandwidth = 1);
        using var crashed = _stage.Crash();
        await using var after = await crashed.StartAsync();
        (await EventsAsync(new TransferUser(after, token), task)).ShouldStartWith("RESTARTED");
    }

    private static string DeleteTwo() =>
        $$"""
        {"DATA_TYPE":"delete","submission_id":"{{Guid.NewGuid()}}","endpoint":"{{First}}","DATA":[
         {"DATA_TYPE":"delete_item","path":"/shared/welcome.txt"},{"DATA_TYPE":"delete_item","path":"/.profile"}]}
        """;

    /// <summary>A delete that has to wait, as all there is to work with is at work.</summary>
    private static async Task<string> QueueDeleteAsync(TransferUser user)
    {
        for (var slot = 0; slot < 4; slot++)
        {
            var blocker = (await user.PostAsync("transfer", Transfer($"{Guid.NewGuid()}", First, "/home/", Second, $"/{slot}/")))["task_id"];
            while ((await user.GetAsync($"task/{blocker}"))["nice_status"] != "OK")
            {
                await Task.Yield();
            }
        }

        return (await user.PostAsync("delete", DeleteTwo()))["task_id"];
    }

    private static string Transfer(string submissionId, string source, string from, string destination, string to) =>
        $$"""
        {"DATA_TYPE":"transfer","submission_id":"{{submissionId}}","source_endpoint":"{{source}}","destination_endpoint":"{{destination}}",
         "DATA":[{"DATA_TYPE":"transfer_item","source_path":"{{from}}","destination_path":"{{to}}","recursive":true}]}
        """;

    private static async Task FinishAsync(TransferUser user, string task)
    {
        while ((await user.GetAsync($"task/{task}"))["status"] == "ACTIVE")
        {
            await Task.Yield();
        }
    }

    private static async Task<string> EventsAsync(TransferUser user, string task) => string.Join(
        ' ', (await user.GetAsync($"task/{task}/event_list")).Json.GetProperty("DATA").EnumerateArray()
            .Select(static happening => happening.GetProperty("code").GetString()).Reverse());

    private static async Task<string> DescribeAsync(TransferUser user, string task) => string.Join(
        '\n',
        (await user.GetAsync($"task/{task}")).Body,
        (await user.GetAsync($"task/{task}/event_list")).Body,
        (await user.GetAsync($"task/{task}/successful_transfers")).Body,
        (await user.GetAsync($"endpoint/{Guest}")).Body);
}
