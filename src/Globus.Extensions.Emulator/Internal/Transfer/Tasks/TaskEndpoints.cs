using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The tasks of the caller: list, read, change, cancel, remove, and what has happened to them.</summary>
internal sealed class TaskEndpoints(TransferAccess access, TaskStore tasks, TaskPresenter presenter, TaskEngine engine) : IEndpoints
{
    private const int MaxLimit = 1000;
    private const int MarkerPage = 100;

    private static readonly Dictionary<string, QueryField<TransferTask>> TaskQuery = new()
    {
        ["task_id"] = new(static task => task.Id.ToString()),
        ["type"] = new(static task => task.Submission.Type),
        ["status"] = new(static task => task.Read(static progress => progress.Status)),
        ["label"] = new(static task => task.Read(static progress => progress.Label)),
        ["request_time"] = new(static task => TaskPresenter.Time(task.RequestTime), Time: static task => task.RequestTime),
        ["completion_time"] = new(static _ => null, Time: static task => task.Read(static progress => progress.CompletionTime)),
    };

    private static readonly Dictionary<string, QueryField<TaskEvent>> EventQuery = new()
    {
        ["code"] = new(static happening => happening.Code),
        ["is_error"] = new(static happening => happening.IsError ? "1" : "0", Number: static happening => happening.IsError ? 1 : 0),
        ["time"] = new(static happening => TaskPresenter.Time(happening.Time), Time: static happening => happening.Time),
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        const string One = EmulatorPaths.Transfer + "/v0.10/task/{id}";
        routes.MapGet(EmulatorPaths.Transfer + "/v0.10/task_list", access.Route(List));
        routes.MapGet(One, access.Route(call => WithOwn(
            call, task => TransferAnswers.Ok(presenter.Present(task), TransferJsonContext.Default.TaskDocument))));
        routes.MapPut(One, access.Route((TransferCall call, Fields fields) => WithOwn(call, task => Update(task, fields))));
        routes.MapPost(One + "/cancel", access.Route(call => WithOwn(call, Cancel)));
        routes.MapPost(One + "/remove", access.Route(call => WithOwn(call, Remove)));
        routes.MapGet(One + "/event_list", access.Route(call => WithOwn(call, task => ListEvents(call, task))));
        routes.MapGet(One + "/pause_info", access.Route(call => WithOwn(
            call, static _ => TransferAnswers.Ok(new PauseInfo(), TransferJsonContext.Default.PauseInfo))));
        routes.MapGet(One + "/successful_transfers", access.Route(call => WithOwn(call, task => ListSuccesses(call, task))));
        routes.MapGet(One + "/skipped_errors", access.Route(call => WithOwn(call, task => ListSkipped(call, task))));
    }

    private RequestDelegate List(TransferCall call)
    {
        if (!ListQuery<TransferTask>.TryRead(call.Context.Request.Query, TaskQuery, MaxLimit, MaxLimit, out var query, out var problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        var selected = query.Select(tasks.OwnedBy(call.Caller.Id).Reverse());
        TaskDocument[] page = [.. query.Page(selected).Select(presenter.Present)];
        return TransferAnswers.Ok(
            new OffsetList<TaskDocument>("task_list", page.Length, query.Limit, query.Offset, selected.Count, page),
            TransferJsonContext.Default.OffsetListTaskDocument);
    }

    private RequestDelegate Update(TransferTask task, Fields fields)
    {
        var label = TaskFields.Label(fields);
        var deadline = TaskFields.Deadline(fields, allowNull: false);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        var isUpdated = task.Change(progress =>
            (progress.Label, progress.Deadline) = (label.Or(progress.Label), deadline.Or(progress.Deadline)));
        if (!isUpdated)
        {
            return TransferAnswers.Conflict($"The task {task.Id} is finished and cannot be changed.");
        }

        engine.Reschedule(task);
        return TransferAnswers.Result("Updated", "Updated task successfully");
    }

    private RequestDelegate Cancel(TransferTask task) => engine.Cancel(task)
        ? TransferAnswers.Result("Canceled", "The task has been cancelled successfully.")
        : TransferAnswers.Result("TaskComplete", "The task completed before the cancel request was processed.");

    private RequestDelegate Remove(TransferTask task)
    {
        if (!task.IsFinished)
        {
            return TransferAnswers.Conflict($"The task {task.Id} is not finished; cancel it first.");
        }

        tasks.Remove(task.Id);
        return TransferAnswers.Result("Removed", "The task has been removed.");
    }

    private static RequestDelegate ListEvents(TransferCall call, TransferTask task)
    {
        if (!ListQuery<TaskEvent>.TryRead(call.Context.Request.Query, EventQuery, MaxLimit, MaxLimit, out var query, out var problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        var selected = query.Select(task.Events);
        EventDocument[] page = [.. query.Page(selected).Select(TaskPresenter.Present)];
        return TransferAnswers.Ok(
            new OffsetList<EventDocument>("event_list", page.Length, query.Limit, query.Offset, selected.Count, page),
            TransferJsonContext.Default.OffsetListEventDocument);
    }

    /// <summary>While a task runs, what it has copied is not said yet.</summary>
    private static RequestDelegate ListSuccesses(TransferCall call, TransferTask task) => ListByMarker(
        call,
        "successful_transfers",
        from => task.IsFinished ? task.Successes(from, MarkerPage + 1) : [],
        TransferJsonContext.Default.MarkerListSuccessfulTransfer);

    private static RequestDelegate ListSkipped(TransferCall call, TransferTask task) => ListByMarker(
        call, "skipped_errors", from => task.Skipped(from, MarkerPage + 1), TransferJsonContext.Default.MarkerListSkippedError);

    /// <summary>One more than a page is asked for, to know whether there is a next one.</summary>
    private static RequestDelegate ListByMarker<T>(
        TransferCall call, string dataType, Func<int, IReadOnlyList<T>> read, JsonTypeInfo<MarkerList<T>> typeInfo)
    {
        if (!ListQuery<T>.TryReadNumber(call.Context.Request.Query, "marker", 0, int.MaxValue - MarkerPage, out var marker, out var problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        var found = read(marker);
        return TransferAnswers.Ok(
            new MarkerList<T>(dataType, marker, found.Count > MarkerPage ? marker + MarkerPage : null, [.. found.Take(MarkerPage)]), typeInfo);
    }

    private RequestDelegate WithOwn(TransferCall call, Func<TransferTask, RequestDelegate> handler) =>
        !tasks.TryFind(call.Id(), out var task)
            ? TransferAnswers.NotFound("ClientError.NotFound", $"There is no task '{call.Context.Request.RouteValues["id"]}'.")
        : task.Submission.OwnerId != call.Caller.Id ? TransferAnswers.PermissionDenied($"The task {task.Id} is not yours.")
        : handler(task);
}
