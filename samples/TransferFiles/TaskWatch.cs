using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>Watches a task until it ends, and sums up what it did.</summary>
internal static class TaskWatch
{
    private const int LastEvents = 5;

    public static async Task<int> RunAsync(Session session, TransferTaskId id, Total? total, bool isPlain)
    {
        var tasks = session.Transfer.Tasks;
        var task = await Troubles.ExplainAsync($"The task {id} cannot be followed", () => tasks.GetAsync(id, session.Stopping));
        Screen.Tell($"Task {id}{(task.Label is { } label ? $" \"{label}\"" : string.Empty)}");
        Screen.Tell($"{Summary.Source(task)} → {Summary.Destination(task)}");
        var options = new TaskWaitOptions
        {
            ShortestInterval = TimeSpan.FromSeconds(session.IsLocal ? 0.25 : 1),
            LongestInterval = TimeSpan.FromSeconds(session.IsLocal ? 0.25 : 5), // Somebody watches.
        };
        try
        {
            task = await ProgressDisplay.ShowAsync(total, isPlain, tasks.WatchAsync(id, options, session.Stopping));
        }
        catch (OperationCanceledException) when (session.Stopping.IsCancellationRequested)
        {
            var goesOn = session.IsLocal ? "The local Globus stops, too. To go on with the task" : "The task goes on. To follow it";
            Screen.Tell($"Stopped watching. {goesOn}:\n\n  {Screen.Command} --follow {id}\n");
            return ExitCodes.Interrupted;
        }

        Summary.Show(task);
        if (task.Status == TransferTaskStatus.Succeeded)
        {
            return ExitCodes.Success;
        }

        await TellWhyAsync(session, task);
        return ExitCodes.Failure;
    }

    private static async Task TellWhyAsync(Session session, TransferTask task)
    {
        Screen.Fail(new TransferTaskFailedException(task).Message);
        Screen.Tell("Its last events:");
        var events = await session.Transfer.Tasks.ListEventsAsync(task.TaskId, pageSize: LastEvents).Take(LastEvents).ToListAsync(session.Stopping);
        foreach (var happening in Enumerable.Reverse(events))
        {
            Screen.Tell("  " + ProgressDisplay.Describe(happening));
        }
    }
}
