using System.Globalization;
using Globus.Extensions.Services.Transfer;
using Spectre.Console;

namespace TransferFiles;

/// <summary>How a task gets on: a bar that moves in a terminal, lines elsewhere.</summary>
internal sealed class ProgressDisplay : IProgress<TaskProgress>
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

    /// <summary>Shows how a task gets on while it is waited for.</summary>
    public static async Task<TransferTask> ShowAsync(Total? total, bool isPlain, Func<IProgress<TaskProgress>, Task<TransferTask>> wait)
    {
        if (isPlain || !Screen.CanMove)
        {
            return await wait(new ProgressDisplay(total, bar: null));
        }

        return await Screen.Errors.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .StartAsync(context => wait(new ProgressDisplay(total, context.AddTask("waiting", maxValue: Full))));
    }

    /// <summary>What happened, in a line.</summary>
    public static string Describe(TaskEvent happening)
    {
        var time = happening.Time?.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return Screen.Clip($"{time} {happening.Code}: {happening.Description}{(string.IsNullOrEmpty(happening.Details) ? string.Empty : $" ({happening.Details})")}");
    }

    /// <summary>Called after each answer, before the next question: a Progress of .NET would call later, and in any order.</summary>
    public void Report(TaskProgress value)
    {
        foreach (var happening in value.NewEvents.Where(IsWorthTelling))
        {
            Screen.Tell(Describe(happening), isWarning: happening.IsError == true);
        }

        var text = Describe(value);
        if (_bar is not null)
        {
            _bar.Description = Markup.Escape(text);
            _bar.IsIndeterminate = _total is null;
            _bar.Value = _total is null ? 0 : Full * _total.Part(value);
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
