using System.Globalization;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>Activity managers cancel, pause and resume tasks: all that are named, or none if one of them is not theirs.</summary>
internal sealed class BulkEndpoints(
    TransferAccess access, TaskStore tasks, ManagedTasks managed, TaskEngine engine, TaskPauses pauses, AdminCancellations cancellations) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v0.10/endpoint_manager/";
        routes.MapPost(Root + "admin_cancel", access.Route((call, fields) => With(call, fields, needsMessage: true, Cancel)));
        routes.MapGet(Root + "admin_cancel/{number}", access.Route(GetCancellation));
        routes.MapPost(Root + "admin_pause", access.Route((call, fields) => With(call, fields, needsMessage: true, Pause)));
        routes.MapPost(Root + "admin_resume", access.Route((call, fields) => With(call, fields, needsMessage: false, Resume)));
    }

    private RequestDelegate Cancel(Guid caller, IReadOnlyList<TransferTask> named, string? message)
    {
        foreach (var task in named)
        {
            engine.Cancel(task, managed.Managed(task, caller) switch { (true, true) => "BOTH", (true, false) => "SOURCE", _ => "DESTINATION" }, message);
        }

        var cancellation = new AdminCancellation(caller, [.. named.Select(static task => task.Id)]);
        return Show(cancellations.Add(cancellation), cancellation);
    }

    private RequestDelegate GetCancellation(TransferCall call)
    {
        var text = (string?)call.Context.Request.RouteValues["number"];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && cancellations.Find(call.Caller.Id, number) is { } cancellation
            ? Show(number, cancellation)
            : TransferAnswers.NotFound("ClientError.NotFound", $"There is no cancellation '{text}' of yours.");
    }

    private RequestDelegate Pause(Guid caller, IReadOnlyList<TransferTask> named, string? message)
    {
        foreach (var task in named)
        {
            Hold(caller, task, message);
        }

        return TransferAnswers.Result("PauseAccepted", "The pause request was accepted.");
    }

    private RequestDelegate Resume(Guid caller, IReadOnlyList<TransferTask> named, string? message)
    {
        foreach (var task in named)
        {
            Hold(caller, task, message: null);
        }

        return TransferAnswers.Result("ResumeAccepted", "The resume request was accepted.");
    }

    /// <summary>Each side for itself: what the manager of one has held, the manager of the other cannot let go.</summary>
    private void Hold(Guid caller, TransferTask task, string? message)
    {
        var (source, destination) = managed.Managed(task, caller);
        var isSourceShare = managed.ManagesShareOnly(task.Submission.SourceEndpoint, caller);
        var isDestinationShare = managed.ManagesShareOnly(task.Submission.DestinationEndpoint, caller);
        pauses.Change(task, holds => holds with
        {
            Source = source && !isSourceShare ? message : holds.Source,
            SourceShare = source && isSourceShare ? message : holds.SourceShare,
            Destination = destination && !isDestinationShare ? message : holds.Destination,
            DestinationShare = destination && isDestinationShare ? message : holds.DestinationShare,
        });
    }

    private RequestDelegate With(
        TransferCall call, Fields fields, bool needsMessage, Func<Guid, IReadOnlyList<TransferTask>, string?, RequestDelegate> act)
    {
        var message = needsMessage ? fields.Text("message", required: true).Value : null;
        var ids = fields.Ids("task_id_list").Value ?? [];
        if (ids.Count == 0)
        {
            fields.Reject("task_id_list", "must be a list of at least one UUID.");
        }

        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        var named = new List<TransferTask>(ids.Count);
        foreach (var id in ids.Distinct())
        {
            if (!tasks.TryFind(id, out var task))
            {
                return TransferAnswers.NotFound("ClientError.NotFound", $"There is no task '{id}'.");
            }

            if (managed.Managed(task, call.Caller.Id) == (false, false))
            {
                return TransferAnswers.PermissionDenied($"You are no activity manager of an endpoint of the task {id}.");
            }

            named.Add(task);
        }

        return act(call.Caller.Id, named, message);
    }

    /// <summary>A task that its owner has removed from the list was finished before.</summary>
    private RequestDelegate Show(int number, AdminCancellation cancellation) => TransferAnswers.Ok(
        new AdminCancelDocument(number, cancellation.TaskIds.All(id => !tasks.TryFind(id, out var task) || task.IsFinished)),
        TransferJsonContext.Default.AdminCancelDocument);
}
