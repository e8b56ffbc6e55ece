using System.Globalization;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Queries;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Management;

/// <summary>Tasks of others, for those with an activity role on one of the sides.</summary>
internal sealed class ManagedTaskEndpoints(
    TransferAccess access, TaskStore tasks, ManagedTasks managed, CollectionGate gate, CollectionPermissions permissions, PauseInfos pauseInfos) : IEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v0.10/endpoint_manager/task";
        routes.MapGet(Root + "_list", access.Route(List));
        routes.MapGet(Root + "/{id}", access.Route(call => With(call, task =>
            TransferAnswers.Ok(managed.Present(task, call.Caller.Id), TransferJsonContext.Default.ManagedTaskDocument))));
        routes.MapGet(Root + "/{id}/event_list", access.Route(call => With(call, task => ListEvents(call, task))));
        routes.MapGet(Root + "/{id}/pause_info", access.Route(call => With(call, pauseInfos.Of)));
        routes.MapGet(Root + "/{id}/successful_transfers", access.Route(call => With(call, task => ListSuccesses(call, task))));
        routes.MapGet(Root + "/{id}/skipped_errors", access.Route(call => With(call, task => ListSkipped(call, task))));
    }

    private RequestDelegate List(TransferCall call)
    {
        if (ManagedTaskFilter.TryRead(call, out var filter) is { } malformed)
        {
            return TransferAnswers.BadRequest(malformed);
        }

        if (!ListQuery<TransferTask>.TryReadNumber(call.Context.Request.Query, "limit", DefaultLimit, MaxLimit, out var limit, out var problem))
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (!TryReadKey(call.Query("last_key"), out var last))
        {
            return TransferAnswers.BadRequest("last_key is not one that a list has given.");
        }

        if (filter.Endpoint is { } endpoint)
        {
            if (!gate.TryFind(call, endpoint, out var collection, out var refusal))
            {
                return refusal;
            }

            if (!permissions.CanMonitor(collection, call.Caller.Id))
            {
                return TransferAnswers.PermissionDenied($"You have no activity role on the endpoint {endpoint}.");
            }
        }

        // By a key that stays when other tasks come and go.
        TransferTask[] found =
        [
            .. tasks.All
                .Where(task => (last is not { } key || KeyOf(task).CompareTo(key) < 0)
                    && managed.Monitored(task, call.Caller.Id) != (false, false)
                    && filter.Passes(task, managed, call.Caller.Id))
                .OrderByDescending(KeyOf)
                .Take(limit + 1),
        ];
        ManagedTaskDocument[] page = [.. found.Take(limit).Select(task => managed.Present(task, call.Caller.Id))];
        return TransferAnswers.Ok(
            new ManagedTaskList(limit, page.Length == 0 ? null : Text(KeyOf(found[page.Length - 1])), found.Length > limit, page),
            TransferJsonContext.Default.ManagedTaskList);
    }

    private static RequestDelegate ListEvents(TransferCall call, TransferTask task) => call.Flag("filter_is_error", byDefault: false) is { } errorsOnly
        ? TaskLists.Events(call, task, errorsOnly)
        : TransferAnswers.BadRequest("filter_is_error must be 1.");

    private RequestDelegate ListSuccesses(TransferCall call, TransferTask task)
    {
        var (source, destination) = managed.Monitored(task, call.Caller.Id);
        return TaskLists.Successes(call, task, item => item with
        {
            SourcePath = source ? item.SourcePath : null,
            DestinationPath = destination ? item.DestinationPath : null,
        });
    }

    private RequestDelegate ListSkipped(TransferCall call, TransferTask task)
    {
        var (source, destination) = managed.Monitored(task, call.Caller.Id);
        return TaskLists.Skipped(call, task, item => item with
        {
            SourcePath = source ? item.SourcePath : null,
            DestinationPath = destination ? item.DestinationPath : null,
        });
    }

    private RequestDelegate With(TransferCall call, Func<TransferTask, RequestDelegate> handler) =>
        !tasks.TryFind(call.Id(), out var task)
            ? TransferAnswers.NotFound("ClientError.NotFound", $"There is no task '{call.Context.Request.RouteValues["id"]}'.")
        : managed.Monitored(task, call.Caller.Id) == (false, false)
            ? TransferAnswers.PermissionDenied($"You have no activity role on an endpoint of the task {task.Id}.")
        : handler(task);

    private static (long Ticks, Guid Id) KeyOf(TransferTask task) => (task.RequestTime.UtcTicks, task.Id);

    private static string Text((long Ticks, Guid Id) key) => string.Create(CultureInfo.InvariantCulture, $"{key.Ticks},{key.Id}");

    private static bool TryReadKey(string? text, out (long Ticks, Guid Id)? key)
    {
        key = null;
        if (text is null)
        {
            return true;
        }

        if (text.Split(',') is not [var ticks, var id]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || !Guid.TryParse(id, out var task))
        {
            return false;
        }

        key = (time, task);
        return true;
    }
}
