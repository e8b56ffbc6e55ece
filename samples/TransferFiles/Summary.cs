using System.Globalization;
using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>What a task did.</summary>
internal static class Summary
{
    public static string Source(TransferTask task) => Name(task.SourceEndpointDisplayName, task.SourceEndpointId, task.SourceBasePath);

    public static string Destination(TransferTask task) => Name(task.DestinationEndpointDisplayName, task.DestinationEndpointId, task.DestinationBasePath);

    public static void Show(TransferTask task)
    {
        var time = task.CompletionTime - task.RequestTime;
        var rate = task.EffectiveBytesPerSecond ?? 0;
        Screen.ShowTable(
            ("Status", task.Status?.Value, null),
            ("Files", Amounts.Number(task.FilesTransferred ?? 0), Raw(task.FilesTransferred)),
            ("Bytes", Amounts.Bytes(task.BytesTransferred ?? 0), Raw(task.BytesTransferred)),
            ("Rate", time is { } lasted ? $"{Amounts.Rate(rate)} in {Amounts.Duration(lasted)}" : Amounts.Rate(rate), Raw(rate)),
            ("Skipped", Skipped(task), Raw((task.FilesSkipped ?? 0) + (task.SubtasksSkippedErrors ?? 0))),
            ("Faults", Amounts.Number(task.Faults ?? 0), Raw(task.Faults)),
            ("From", Source(task), null),
            ("To", Destination(task), null),
            ("Task", task.TaskId.Value, null));
    }

    private static string Skipped(TransferTask task) => (task.FilesSkipped, task.SubtasksSkippedErrors) switch
    {
        ( > 0 and var there, > 0 and var failed) => $"{Amounts.Number(there)} that were there already, {Amounts.Number(failed)} for errors of the source",
        ( > 0 and var there, _) => $"{Amounts.Number(there)} that were there already",
        (_, > 0 and var failed) => $"{Amounts.Number(failed)} for errors of the source",
        _ => "0",
    };

    private static string Name(string? name, EndpointId? id, string? path) => $"{name ?? id?.Value}{(path is null ? string.Empty : $" {path}")}";

    private static string Raw(long? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);
}
