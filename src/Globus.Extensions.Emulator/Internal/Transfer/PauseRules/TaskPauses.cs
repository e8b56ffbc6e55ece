using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>Holds tasks as long as a rule or a manager wants it. Thread-safe: one decision after the other.</summary>
internal sealed class TaskPauses(TaskStore tasks, TaskEngine engine, PauseRuleBook rules, GlobusEmulatorOptions options) : IHostedService, IDisposable
{
    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private ITimer? _timer;

    /// <summary>Before the engine takes up tasks of an emulator before this one: rules may have begun meanwhile.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ReviewAll();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes up a new task, or holds it from the start.</summary>
    public void Start(TransferTask task)
    {
        lock (_gate)
        {
            Review(task);
            engine.Start(task);
        }
    }

    /// <summary>Changes what managers want of a task, and does it.</summary>
    public void Change(TransferTask task, Func<TaskHolds, TaskHolds> change)
    {
        lock (_gate)
        {
            task.Change(progress => progress.Holds = change(progress.Holds));
            Review(task);
        }
    }

    /// <summary>Looks at all tasks again after rules have changed.</summary>
    public void ReviewAll()
    {
        lock (_gate)
        {
            foreach (var task in tasks.All)
            {
                Review(task);
            }

            Schedule();
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Review(TransferTask task)
    {
        if (task.IsFinished)
        {
            return;
        }

        var reason = task.Read(static progress => progress.Holds.Message) ?? rules.Holding(task).Select(static rule => rule.Message).FirstOrDefault();
        if (reason is not null)
        {
            engine.Pause(task, reason);
        }
        else
        {
            engine.Resume(task);
        }
    }

    /// <summary>Wakes up when the next rule begins.</summary>
    private void Schedule()
    {
        if (rules.NextStart is not { } start)
        {
            return;
        }

        var wait = start - options.TimeProvider.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > MaxTimer ? MaxTimer : wait;
        _timer ??= options.TimeProvider.CreateTimer(
            static state => ((TaskPauses)state!).ReviewAll(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
