using System.Globalization;
using Globus.Extensions.Services.Transfer;
using Spectre.Console;

namespace TransferFiles;

/// <summary>How a task gets on: a bar that moves in a terminal, lines elsewhere.</summary>
internal sealed class ProgressDisplay
{
    private const double Full = 1000;

    private readonly Total? _total;
    private readonly ProgressTask? _bar;
    private string _last = string.Empty;

    private ProgressDisplay(Total? total, ProgressTask? bar)
    {
        _total = total;
        _bar = bar;
    }

    /// <summary>Shows how a task gets on until it has ended.</summary>
    /// <returns>The task as it ended.</returns>
    public static async Task<TransferTask> ShowAsync(Total? total, bool isPlain, IAsyncEnumerable<TaskProgress> watch)
    {
        if (isPlain || !Screen.CanMove)
        {
            return await new ProgressDisplay(total, bar: null).ShowAsync(watch);
        }

        return await Screen.Errors.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .StartAsync(context => new ProgressDisplay(total, context.AddTask("waiting", maxValue: Full)).ShowAsync(watch));
    }

    /// <summary>What happened, in a line.</summary>
    public static string Describe(TaskEvent happening)
    {
        var time = happening.Time?.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return Screen.Clip($"{time} {happening.Code}: {happening.Description}{(string.IsNullOrEmpty(happening.Details) ? string.Empty : $" ({happening.Details})")}");
    }

    private async Task<TransferTask> ShowAsync(IAsyncEnumerable<TaskProgress> watch)
    {
        TransferTask? task = null;
        await foreach (var progress in watch)
        {
            Show(progress);
            task = progress.Task;
        }

        return task!;
    }

    private void Show(TaskProgress progress)
    {
        foreach (var happening in progress.NewEvents.Where(IsWorthTelling))
        {
            Screen.Tell(Describe(happening), isWarning: happening.IsError == true);
        }

        var text = Describe(progress);
        if (_bar is not null)
        {
            _bar.Description = Markup.Escape(text);
            _bar.IsIndeterminate = _total is null;
            _bar.Value = _total is null ? 0 : Full * _total.Part(progress);
        }
        else if (text != _last)
        {
            Screen.Tell(text);
            _last = text;
        }
    }

    private string Describe(TaskProgress progress)
    {
        if (progress.Outage is { } outage)
        {
            return Screen.Clip($"no answer, trying again: {Troubles.Describe(outage)}");
        }

        var files = _total is null ? Amounts.Count(progress.FilesTransferred, "file") : $"{Amounts.Number(progress.FilesTransferred)} of {Amounts.Count(_total.Files, "file")}";
        var parts = new List<string> { files, Amounts.Bytes(progress.BytesTransferred) };
        if (progress.CurrentBytesPerSecond is { } rate && progress.NiceStatus is not null)
        {
            parts.Add(Amounts.Rate(rate));
        }

        if (progress.Task?.FilesSkipped is > 0 and var skipped)
        {
            parts.Add($"{Amounts.Number(skipped)} skipped");
        }

        if (progress.Faults > 0)
        {
            parts.Add(Amounts.Count(progress.Faults, "fault"));
        }

        if (progress.NiceStatus is { } status and not "OK")
        {
            parts.Add(progress.Task?.NiceStatusShortDescription ?? status);
        }

        return string.Join(", ", parts);
    }

    private static bool IsWorthTelling(TaskEvent happening) =>
        happening.IsError == true || happening.Code == TaskEventCode.Paused || happening.Code == TaskEventCode.Unpaused || happening.Code == TaskEventCode.SkippedErrors;
}
