using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>What has happened to a task, as its owner and managers list it.</summary>
internal static class TaskLists
{
    private const int MaxLimit = 1000;
    private const int MarkerPage = 100;

    private static readonly Dictionary<string, QueryField<TaskEvent>> EventQuery = new()
    {
        ["code"] = new(static happening => happening.Code),
        ["is_error"] = new(static happening => happening.IsError ? "1" : "0", Number: static happening => happening.IsError ? 1 : 0),
        ["time"] = new(static happening => TaskPresenter.Time(happening.Time), Time: static happening => happening.Time),
    };

    public static RequestDelegate Events(TransferCall call, TransferTask task, bool errorsOnly = false)
    {
        if (!ListQuery<TaskEvent>.TryRead(call.Context.Request.Query, EventQuery, MaxLimit, MaxLimit, out var query, out var problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        var selected = query.Select(task.Events.Where(happening => happening.IsError || !errorsOnly));
        EventDocument[] page = [.. query.Page(selected).Select(TaskPresenter.Present)];
        return TransferAnswers.Ok(
            new OffsetList<EventDocument>("event_list", page.Length, query.Limit, query.Offset, selected.Count, page),
            TransferJsonContext.Default.OffsetListEventDocument);
    }

    /// <summary>While a task runs, what it has copied is not said yet.</summary>
    public static RequestDelegate Successes(TransferCall call, TransferTask task, Func<SuccessfulTransfer, SuccessfulTransfer>? show = null) => ByMarker(
        call,
        "successful_transfers",
        from => task.IsFinished ? task.Successes(from, MarkerPage + 1) : [],
        show,
        TransferJsonContext.Default.MarkerListSuccessfulTransfer);

    public static RequestDelegate Skipped(TransferCall call, TransferTask task, Func<SkippedError, SkippedError>? show = null) => ByMarker(
        call, "skipped_errors", from => task.Skipped(from, MarkerPage + 1), show, TransferJsonContext.Default.MarkerListSkippedError);

    /// <summary>One more than a page is asked for, to know whether there is a next one.</summary>
    private static RequestDelegate ByMarker<T>(
        TransferCall call, string dataType, Func<int, IReadOnlyList<T>> read, Func<T, T>? show, JsonTypeInfo<MarkerList<T>> typeInfo)
    {
        if (!ListQuery<T>.TryReadNumber(call.Context.Request.Query, "marker", 0, int.MaxValue - MarkerPage, out var marker, out var problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        var found = read(marker);
        var page = found.Take(MarkerPage);
        return TransferAnswers.Ok(
            new MarkerList<T>(dataType, marker, found.Count > MarkerPage ? marker + MarkerPage : null, [.. show is null ? page : page.Select(show)]),
            typeInfo);
    }
}
