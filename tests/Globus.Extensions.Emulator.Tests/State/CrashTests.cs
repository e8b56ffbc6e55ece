using System.Collections.Concurrent;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class CrashTests : IDisposable
{
    private const int Submitters = 4;
    private const int MostAnswers = 40;

    private readonly StateStage _stage = new();
    private readonly ConcurrentDictionary<Guid, string?> _submitted = new();
    private int _answered;

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_each_submission_is_one_task_and_an_accepted_one_is_the_task_it_was()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var round = 0; round < Soak.Count(30, least: 2); round++)
        {
            await using var emulator = await EmulatorProcess.StartAsync("--state", _stage.File);
            var token = await emulator.ServiceTokenAsync(TransferAll);
            await SubmitAllAgainAsync(emulator, token, $"round {round} of the seed {seed}");
            var killed = new TaskCompletionSource();
            _answered = -random.Next(MostAnswers);
            var submitters = Enumerable.Range(0, Submitters).Select(_ => SubmitUntilItDiesAsync(emulator, token, killed)).ToArray();
            await killed.Task;
            await emulator.KillAsync();
            await Task.WhenAll(submitters);
        }

        await using var last = await EmulatorProcess.StartAsync("--state", _stage.File);
        var lastToken = await last.ServiceTokenAsync(TransferAll);
        await SubmitAllAgainAsync(last, lastToken, $"the end of the seed {seed}");
        while (await CountAsync(last, lastToken, "ACTIVE") > 0)
        {
            await Task.Yield();
        }

        (await CountAsync(last, lastToken, "SUCCEEDED")).ShouldBe(_submitted.Count, $"none misses what it has deleted itself; seed {seed}");

        Directory.GetFiles(_stage.Folder.FullName).Select(Path.GetFileName).ShouldBeSubsetOf(["state.json", "state.json.journal", "state.json.journal.new", "state.json.new"]);
    }

    [Fact]
    public async Task A_task_that_was_only_in_the_journal_is_in_the_state_after_the_next_start()
    {
        string token, document, task;
        await using (var first = await EmulatorProcess.StartAsync("--state", _stage.File))
        {
            token = await first.ServiceTokenAsync(TransferAll);
            document = NewDelete(Guid.NewGuid());
            task = (await first.SendAsync(HttpMethod.Post, "transfer/v0.10/delete", token, document))["task_id"];
            await first.KillAsync();
        }

        await (await _stage.StartAsync()).DisposeAsync();

        File.Exists(_stage.File + ".journal").ShouldBeFalse("all that is in it is in the state");
        await using var after = await EmulatorProcess.StartAsync("--state", _stage.File);
        var again = await after.SendAsync(HttpMethod.Post, "transfer/v0.10/delete", await after.ServiceTokenAsync(TransferAll), document);
        again["code"].ShouldBe("Duplicate");
        again["task_id"].ShouldBe(task);
    }

    [Fact]
    public async Task A_second_program_on_the_same_state_refuses_to_start()
    {
        await using var first = await EmulatorProcess.StartAsync("--state", _stage.File);

        var (exitCode, errors) = await EmulatorProcess.RunAsync("--state", _stage.File);
        var (freshCode, freshErrors) = await EmulatorProcess.RunAsync("--state", _stage.File, "--fresh");

        (exitCode, freshCode).ShouldBe((1, 1));
        errors.ShouldContain($"'{_stage.File}' is in use by another emulator");
        freshErrors.ShouldContain("in use by another emulator");
        (await first.ServiceTokenAsync(TransferAll)).ShouldNotBeEmpty();
    }

    private static string Delete(Guid submission) =>
        $$"""
        {"DATA_TYPE":"delete","submission_id":"{{submission}}","endpoint":"{{First}}",
         "DATA":[{"DATA_TYPE":"delete_item","path":"/home/{{submission}}"}]}
        """;

    private static async Task<int> CountAsync(EmulatorProcess emulator, string token, string status) =>
        (await emulator.SendAsync(HttpMethod.Get, $"transfer/v0.10/task_list?limit=1&filter=status:{status}", token)).Json.GetProperty("total").GetInt32();

    /// <summary>The delete of a file that is there now.</summary>
    private string NewDelete(Guid submission)
    {
        File.WriteAllText(Path.Combine(_stage.File + ".files", First, "home", $"{submission}"), "");
        return Delete(submission);
    }

    private async Task SubmitUntilItDiesAsync(EmulatorProcess emulator, string token, TaskCompletionSource killed)
    {
        while (true)
        {
            var submission = Guid.NewGuid();
            var document = NewDelete(submission);
            _submitted[submission] = null;
            try
            {
                _submitted[submission] = (await emulator.SendAsync(HttpMethod.Post, "transfer/v0.10/delete", token, document))["task_id"];
            }
            catch (HttpRequestException)
            {
                return;
            }

            if (Interlocked.Increment(ref _answered) > 0)
            {
                killed.TrySetResult();
            }
        }
    }

    private async Task SubmitAllAgainAsync(EmulatorProcess emulator, string token, string when)
    {
        foreach (var (submission, task) in _submitted)
        {
            var answer = await emulator.SendAsync(HttpMethod.Post, "transfer/v0.10/delete", token, Delete(submission));
            if (task is not null)
            {
                (answer["code"], answer["task_id"]).ShouldBe(("Duplicate", task), when);
            }

            _submitted[submission] = answer["task_id"];
        }

        var list = await emulator.SendAsync(HttpMethod.Get, "transfer/v0.10/task_list?limit=1", token);
        list.Json.GetProperty("total").GetInt32().ShouldBe(_submitted.Count, when);
    }
}
