using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Globus.Extensions.Emulator.Tests.Driving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Emulator.Tests.Transfer;

/// <summary>What administrators can do to tasks, without the routes that they do it by.</summary>
public sealed class TaskEngineTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private readonly TestFolder _source = new();
    private readonly TestFolder _destination = new();
    private readonly WebApplication _application;
    private readonly TaskEngine _engine;
    private readonly EmulatorSeed _seed;

    public TaskEngineTests()
    {
        var options = new GlobusEmulatorOptions { TimeProvider = _time, Bandwidth = 1_000 };
        _source.Write("a.txt", new string('a', 1_000));
        _seed = EmulatorSeed.CreateDefault() with
        {
            Collections = [new() { DisplayName = "Source", Folder = _source.FullName }, new() { DisplayName = "Destination", Folder = _destination.FullName }],
        };
        _application = EmulatorApplication.Build(options, _seed, ListenSockets.Bind(options));
        _engine = _application.Services.GetRequiredService<TaskEngine>();
    }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await _engine.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        _source.Dispose();
        _destination.Dispose();
    }

    [Fact]
    public async Task A_paused_task_stands_still_until_it_is_resumed()
    {
        var task = Start();
        await AdvanceAsync();
        await ReachAsync(task, 100);

        _engine.Pause(task, "Maintenance").ShouldBeTrue();
        _engine.Pause(task, "Maintenance").ShouldBeFalse();
        await AdvanceAsync();
        var paused = task.Read(static progress => (progress.IsPaused, progress.Status, progress.BytesTransferred));
        _engine.Resume(task).ShouldBeTrue();
        _engine.Resume(task).ShouldBeFalse();
        await FinishAsync(task);

        paused.ShouldBe((true, TaskStatuses.Active, 100));
        task.Read(static progress => progress.Status).ShouldBe(TaskStatuses.Succeeded);
        task.Events.Select(static happening => happening.Code).Reverse().ShouldBe(["STARTED", "PAUSED", "UNPAUSED", "PROGRESS", "SUCCEEDED"]);
        new FileInfo(_destination.At("a.txt")).Length.ShouldBe(1_000);
    }

    [Fact]
    public async Task A_paused_task_leaves_its_place_to_others()
    {
        var first = Start();
        await AdvanceAsync();
        await ReachAsync(first, 100);
        _engine.Pause(first, "Maintenance");
        await AdvanceAsync();

        TransferTask[] others = [.. Enumerable.Range(0, 4).Select(_ => Start())];
        foreach (var other in others)
        {
            await FinishAsync(other);
        }

        others.ShouldAllBe(other => other.IsFinished);
        first.IsFinished.ShouldBeFalse();
    }

    [Fact]
    public async Task An_administrator_s_cancellation_says_whose_it_was()
    {
        var task = Start();
        await AdvanceAsync();
        _engine.Pause(task, "Maintenance");

        _engine.Cancel(task, "SOURCE", "Too slow").ShouldBeTrue();
        _engine.Cancel(task, "SOURCE", "Too slow").ShouldBeFalse();
        _engine.Pause(task, "Too late").ShouldBeFalse();

        task.Read(static progress => (progress.Status, progress.IsPaused, progress.CanceledByAdmin, progress.CanceledByAdminMessage))
            .ShouldBe((TaskStatuses.Failed, false, "SOURCE", "Too slow"));
        task.Events[0].Description.ShouldBe("Too slow");
    }

    [Fact]
    public async Task A_removal_stops_where_it_is_when_the_task_is_cancelled()
    {
        for (var file = 0; file < 10; file++)
        {
            _destination.Write($"folder/{file}.txt", "x");
        }

        var removed = 0;
        using var slots = new SemaphoreSlim(0);
        using var changes = new StateChanges();
        using var run = new TaskRun(NewTask(), slots, changes, _time, CancellationToken.None);
        _application.Services.GetRequiredService<CollectionGate>()
            .TryReach(_seed.Collections[1].Id, _seed.Users[0].Id, out var reach, out _).ShouldBeTrue();
        CollectionPath.TryParse("/folder", out var path, out _).ShouldBeTrue();

        await Should.ThrowAsync<OperationCanceledException>(() => Removal.RunAsync(run, reach, path, _ =>
        {
            if (++removed == 3)
            {
                run.Cancel();
            }
        }).AsTask());

        Directory.GetFiles(_destination.At("folder")).Length.ShouldBe(7);
    }

    [Fact]
    public async Task A_task_that_comes_while_the_emulator_stops_is_worked_on_to_its_stop_or_not_at_all()
    {
        using var go = new ManualResetEventSlim();
        Task[] starters = [.. Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                go.Wait();
                for (var count = 0; count < 50; count++)
                {
                    Start();
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];

        go.Set();
        await _engine.StopAsync(TestContext.Current.CancellationToken);

        // Whatever was taken up has been let go; from here on nothing touches the folder.
        Directory.Delete(_destination.FullName, recursive: true);
        await Task.WhenAll(starters);
        Directory.Exists(_destination.FullName).ShouldBeFalse();
        Directory.CreateDirectory(_destination.FullName);
    }

    private TransferTask Start()
    {
        var task = NewTask();
        _engine.Start(task);
        return task;
    }

    private TransferTask NewTask()
    {
        var submission = new TaskSubmission
        {
            SubmissionId = Guid.NewGuid(),
            Type = TaskTypes.Transfer,
            OwnerId = _seed.Users[0].Id,
            SourceEndpoint = _seed.Collections[0].Id,
            DestinationEndpoint = _seed.Collections[1].Id,
            Items = [new TaskItem("/a.txt", "/a.txt")],
        };
        return new TransferTask(Guid.NewGuid(), submission, _time.GetUtcNow(), new TaskProgress { Deadline = _time.GetUtcNow().AddYears(100) });
    }

    /// <summary>Lets the next piece through.</summary>
    private Task AdvanceAsync() => _time.AdvanceToNextTimerAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);

    private static async Task ReachAsync(TransferTask task, long bytes)
    {
        while (task.Read(static progress => progress.BytesTransferred) < bytes)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task FinishAsync(TransferTask task)
    {
        while (!task.IsFinished)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }
}
