using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class JournalTests : IDisposable
{
    private readonly StateStage _stage = new();
    private readonly TestFolder _crashed = new();

    private string File => _crashed.At("state.json");

    private string Journal => File + ".journal";

    public void Dispose()
    {
        _stage.Dispose();
        _crashed.Dispose();
    }

    [Fact]
    public async Task A_submission_is_in_the_journal_before_it_is_answered_and_gone_from_it_once_it_is_saved()
    {
        await using var driver = await _stage.StartAsync();
        var user = await LogInAsync(driver);
        _stage.Time.Advance(TimeSpan.FromSeconds(1));

        var task = (await user.PostAsync("delete", Delete(Guid.NewGuid())))["task_id"];
        var submitted = await ReadJournalAsync();
        _stage.Time.Advance(TimeSpan.FromSeconds(1));
        var saved = await ReadJournalAsync();
        var next = (await user.PostAsync("delete", Delete(Guid.NewGuid())))["task_id"];

        submitted.ShouldContain(task);
        saved.ShouldNotContain(task);
        (await System.IO.File.ReadAllTextAsync(_stage.File, TestContext.Current.CancellationToken)).ShouldContain(task);
        (await ReadJournalAsync()).ShouldContain(next);
    }

    [Fact]
    public async Task A_line_that_was_torn_off_was_never_answered_and_is_none()
    {
        var (whole, torn) = await CrashAsync();
        var journal = await System.IO.File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllBytesAsync(Journal, journal[..^20], TestContext.Current.CancellationToken);

        await using var after = await EmulatorDriver.StartAsync(new() { StateFile = File });
        var user = await LogInAsync(after);

        (await user.PostAsync("delete", Delete(whole)))["code"].ShouldBe("Duplicate");
        (await user.PostAsync("delete", Delete(torn)))["code"].ShouldBe("Accepted");
    }

    [Fact]
    public async Task A_task_that_the_state_holds_too_is_one()
    {
        var (first, second) = await CrashAsync();
        var journal = await System.IO.File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken);
        await (await EmulatorDriver.StartAsync(new() { StateFile = File })).DisposeAsync();
        await System.IO.File.WriteAllBytesAsync(Journal, journal, TestContext.Current.CancellationToken);

        await using var after = await EmulatorDriver.StartAsync(new() { StateFile = File });
        var user = await LogInAsync(after);

        (await user.GetAsync("task_list")).Json.GetProperty("total").GetInt32().ShouldBe(2);
        (await user.PostAsync("delete", Delete(first)))["code"].ShouldBe("Duplicate");
        (await user.PostAsync("delete", Delete(second)))["code"].ShouldBe("Duplicate");
    }

    [Theory]
    [InlineData("globus-emulator-journal", "another format", "damaged")]
    [InlineData("\"version\":1", "\"version\":7", "damaged")]
    [InlineData("\"progress\":{", "\"progress\":[", "damaged")]
    [InlineData("\"state\":\"", "\"state\":\"00000000-0000-4000-8000-000000000000\",\"was\":\"", "another state")]
    public async Task A_journal_that_cannot_be_used_is_refused_and_left_as_it_is(string part, string replacement, string problem)
    {
        await CrashAsync();
        var journal = await System.IO.File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken);
        journal.ShouldContain(part);
        var changed = journal.Replace(part, replacement, StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(Journal, changed, TestContext.Current.CancellationToken);

        var refusal = await Should.ThrowAsync<InvalidDataException>(() => EmulatorDriver.StartAsync(new() { StateFile = File }));

        refusal.Message.ShouldContain(Journal);
        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldContain("move this file away");
        (await System.IO.File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken)).ShouldBe(changed);
    }

    [Fact]
    public async Task A_journal_whose_state_is_gone_is_refused()
    {
        await CrashAsync();
        System.IO.File.Delete(File);

        (await Should.ThrowAsync<InvalidDataException>(() => EmulatorDriver.StartAsync(new() { StateFile = File }))).Message.ShouldContain(Journal);
    }

    [Fact]
    public void What_comes_while_the_state_is_written_is_all_that_is_kept_then()
    {
        var state = Guid.NewGuid();
        var tasks = Enumerable.Range(0, 5).Select(static _ => NewTask()).ToArray();
        long length, lengthOfOne;
        using (var journal = new SubmissionJournal(File))
        {
            journal.Append(state, tasks[0]);
            lengthOfOne = new FileInfo(Journal).Length;
            journal.Append(state, tasks[1]);
            var mark = journal.Mark;
            journal.Append(state, tasks[2]);
            journal.Forget(mark);
            length = new FileInfo(Journal).Length;
            journal.Append(state, tasks[3]);
            mark = journal.Mark;
            journal.Append(state, tasks[4]);
            journal.Flush();
            journal.Forget(mark);
            journal.Append(state, tasks[0]);
            journal.Flush();
        }

        using var next = new SubmissionJournal(File);

        length.ShouldBe(lengthOfOne, "only the third is in it");
        next.Read(state).Select(static task => task.Id).ShouldBe([tasks[4].Id, tasks[0].Id]);
        Directory.GetFiles(_crashed.FullName).ShouldBe([Journal]);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(Journal).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void A_journal_whose_tasks_are_all_saved_starts_anew()
    {
        var state = Guid.NewGuid();
        var (first, second) = (NewTask(), NewTask());
        using (var journal = new SubmissionJournal(File))
        {
            journal.Forget(journal.Mark);
            journal.Append(state, first);
            journal.Forget(journal.Mark);
            journal.Forget(journal.Mark);
            journal.Append(state, second);
        }

        using var next = new SubmissionJournal(File);

        next.Read(state).ShouldHaveSingleItem().Id.ShouldBe(second.Id);
    }

    [Fact]
    public async Task The_journal_is_for_its_owner_only()
    {
        await using var driver = await _stage.StartAsync();
        await (await LogInAsync(driver)).PostAsync("delete", Delete(Guid.NewGuid()));

        System.IO.File.Exists(_stage.File + ".journal").ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(_stage.File + ".journal").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static TaskState NewTask() => new(
        Guid.NewGuid(),
        new TaskSubmission
        {
            SubmissionId = Guid.NewGuid(),
            Type = TaskTypes.Delete,
            OwnerId = Guid.NewGuid(),
            SourceEndpoint = Guid.NewGuid(),
            Items = [new TaskItem("/a.txt", "")],
        },
        DateTimeOffset.UnixEpoch,
        new TaskProgress { Deadline = DateTimeOffset.UnixEpoch },
        [],
        [],
        [],
        IsRemoved: false);

    private static string Delete(Guid submission) =>
        $$"""
        {"DATA_TYPE":"delete","submission_id":"{{submission}}","endpoint":"{{First}}","ignore_missing":true,
         "DATA":[{"DATA_TYPE":"delete_item","path":"/home/{{submission}}"}]}
        """;

    /// <summary>What a crash after two submissions leaves, in a folder of its own.</summary>
    private async Task<(Guid First, Guid Second)> CrashAsync()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await using var driver = await _stage.StartAsync();
        var user = await LogInAsync(driver);
        await user.PostAsync("delete", Delete(first));
        await user.PostAsync("delete", Delete(second));
        System.IO.File.Copy(_stage.File, File);
        System.IO.File.Copy(_stage.File + ".journal", Journal);
        return (first, second);
    }

    /// <summary>The emulator has the file open.</summary>
    private async Task<string> ReadJournalAsync()
    {
        await using var stream = new FileStream(_stage.File + ".journal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
