using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The tasks of the caller: list, read, change, cancel, remove, and what has happened to them.</summary>
internal sealed class TaskEndpoints(
    TransferAccess access, TaskStore tasks, TaskPresenter presenter, TaskEngine engine, PauseInfos pauseInfos) : IEndpoints
{
    private const int MaxLimit = 1000;

    private static readonly Dictionary<string, QueryField<TransferTask>> TaskQuery = new()
    {
        ["task_id"] = new(static task => task.Id.ToString()),
        ["type"] = new(static task => task.Submission.Type),
        ["status"] = new(static task => task.Read(static progress => progress.Status)),
        ["label"] = new(static task => task.Read(static progress => progress.Label)),
        ["request_time"] = new(static task => TaskPresenter.Time(task.RequestTime), Time: static task => task.RequestTime),
        ["completion_time"] = new(static _ => null, Time: static task => task.Read(static progress => progress.CompletionTime)),
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
        routes.MapGet(One + "/event_list", access.Route(call => WithOwn(call, task => TaskLists.Events(call, task))));
        routes.MapGet(One + "/pause_info", access.Route(call => WithOwn(call, pauseInfos.Of)));
        routes.MapGet(One + "/successful_transfers", access.Route(call => WithOwn(call, task => TaskLists.Successes(call, task))));
        routes.MapGet(One + "/skipped_errors", access.Route(call => WithOwn(call, task => TaskLists.Skipped(call, task))));
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

    private RequestDelegate WithOwn(TransferCall call, Func<TransferTask, RequestDelegate> handler) =>
        !tasks.TryFind(call.Id(), out var task)
            ? TransferAnswers.NotFound("ClientError.NotFound", $"There is no task '{call.Context.Request.RouteValues["id"]}'.")
        : task.Submission.OwnerId != call.Caller.Id ? TransferAnswers.PermissionDenied($"The task {task.Id} is not yours.")
        : handler(task);
}
