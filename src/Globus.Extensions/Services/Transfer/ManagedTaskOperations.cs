using System.Globalization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Tasks as those see them who manage the endpoints of the tasks. What the caller may not see is <see langword="null"/>. Thread-safe, and as long-lived as its client.</summary>
public class ManagedTaskOperations : GlobusOperations
{
    private const int LargestPage = 1000;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected ManagedTaskOperations()
    {
    }

    internal ManagedTaskOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Lists tasks on endpoints that the caller manages: <c>GET /v0.10/endpoint_manager/task_list</c>.</summary>
    /// <param name="filter">Which tasks. Default: all unfinished ones.</param>
    /// <param name="pageSize">How many to ask for at once. Default: as many as the service likes.</param>
    /// <returns>The tasks.</returns>
    /// <exception cref="ArgumentException">Too many tasks are named, filters exclude each other, or a number is out of range.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), or the service answered with another error.</exception>
    public virtual GlobusPageable<TransferTask> ListAsync(ManagedTaskFilter? filter = null, int? pageSize = null)
    {
        TransferArguments.PageSize(pageSize, int.MaxValue, nameof(pageSize));
        filter?.Check(nameof(filter));
        return TransferPages.ByLastKey(
            Connection,
            "v0.10/endpoint_manager/task_list",
            (filter?.ToQuery() ?? new TransferQuery()).Add("limit", pageSize),
            TransferJsonContext.Default.TransferListTransferTask);
    }

    /// <summary>Gets one task: <c>GET /v0.10/endpoint_manager/task/{task_id}</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), or the service answered with another error.</exception>
    public virtual Task<TransferTask> GetAsync(TransferTaskId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync($"v0.10/endpoint_manager/task/{PathSegment.Of(id.Value, nameof(id))}", TransferJsonContext.Default.TransferTask, cancellationToken);

    /// <summary>Lists the events of a task, the newest first: <c>GET /v0.10/endpoint_manager/task/{task_id}/event_list</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="errorsOnly">Whether to leave out all that are no errors; the service has no way to leave out those. Default: it is not said, which leaves out nothing.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1000. Default: 1000.</param>
    /// <returns>The events.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route, or the page size is out of range.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), or the service answered with another error.</exception>
    public virtual GlobusPageable<TaskEvent> ListEventsAsync(TransferTaskId id, bool? errorsOnly = null, int? pageSize = null) =>
        TransferPages.ByOffset(
            Connection,
            $"v0.10/endpoint_manager/task/{PathSegment.Of(id.Value, nameof(id))}/event_list",
            new TransferQuery().AddFlag("filter_is_error", errorsOnly),
            TransferJsonContext.Default.TransferListTaskEvent,
            TransferArguments.PageSize(pageSize, LargestPage, nameof(pageSize)) ?? LargestPage);

    /// <summary>Gets what pauses a task: <c>GET /v0.10/endpoint_manager/task/{task_id}/pause_info</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The pause rules and messages.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), or the service answered with another error.</exception>
    public virtual Task<TaskPauseInfo> GetPauseInfoAsync(TransferTaskId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync($"v0.10/endpoint_manager/task/{PathSegment.Of(id.Value, nameof(id))}/pause_info", TransferJsonContext.Default.TaskPauseInfo, cancellationToken);

    /// <summary>Lists the files that a finished task moved: <c>GET /v0.10/endpoint_manager/task/{task_id}/successful_transfers</c>.</summary>
    /// <param name="id">The task.</param>
    /// <returns>The files; the path of a side that the caller may not see is <see langword="null"/>.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), or the service answered with another error.</exception>
    public virtual GlobusPageable<SuccessfulTransfer> ListSuccessfulTransfersAsync(TransferTaskId id) =>
        TransferPages.ByMarker(
            Connection, $"v0.10/endpoint_manager/task/{PathSegment.Of(id.Value, nameof(id))}/successful_transfers", new TransferQuery(), TransferJsonContext.Default.TransferListSuccessfulTransfer);

    /// <summary>Lists what a finished task left out because of errors: <c>GET /v0.10/endpoint_manager/task/{task_id}/skipped_errors</c>.</summary>
    /// <param name="id">The task.</param>
    /// <returns>The paths and errors.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), it does not exist (404), or the service answered with another error.</exception>
    public virtual GlobusPageable<SkippedError> ListSkippedErrorsAsync(TransferTaskId id) =>
        TransferPages.ByMarker(
            Connection, $"v0.10/endpoint_manager/task/{PathSegment.Of(id.Value, nameof(id))}/skipped_errors", new TransferQuery(), TransferJsonContext.Default.TransferListSkippedError);

    /// <summary>Cancels tasks: <c>POST /v0.10/endpoint_manager/admin_cancel</c>. It goes on after the answer: see <see cref="WaitForCancellationAsync"/>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="ids">The tasks.</param>
    /// <param name="message">What their owners are told.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The cancelling, and whether it is done.</returns>
    /// <exception cref="ArgumentException">No task is named, an id is empty, or the message is blank.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), or the service answered with another error.</exception>
    public virtual Task<TaskCancellation> CancelAsync(IEnumerable<TransferTaskId> ids, string message, CancellationToken cancellationToken = default) =>
        Connection.SendAsync(
            HttpMethod.Post,
            "v0.10/endpoint_manager/admin_cancel",
            JsonBody.Of(TaskBatch.Of(ids, message), TransferRequestJsonContext.Default.TaskBatch),
            RequestReplay.ByMethod,
            TransferJsonContext.Default.TaskCancellation,
            cancellationToken);

    /// <summary>Gets how far the cancelling of tasks is: <c>GET /v0.10/endpoint_manager/admin_cancel/{admin_cancel_id}</c>.</summary>
    /// <param name="id">The cancelling.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The cancelling, and whether it is done.</returns>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual Task<TaskCancellation> GetCancellationAsync(long id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(
            "v0.10/endpoint_manager/admin_cancel/" + id.ToString(CultureInfo.InvariantCulture), TransferJsonContext.Default.TaskCancellation, cancellationToken);

    /// <summary>Waits until tasks are cancelled, by asking again and again: <c>GET /v0.10/endpoint_manager/admin_cancel/{admin_cancel_id}</c>.</summary>
    /// <param name="id">The cancelling, as <see cref="CancelAsync"/> gives it.</param>
    /// <param name="pollingInterval">How long to wait between two requests, a day at the most. Default: one second.</param>
    /// <param name="cancellationToken">Ends the waiting, and nothing else.</param>
    /// <returns>The cancelling, which is done.</returns>
    /// <exception cref="ArgumentException">The interval is not positive, or longer than a day.</exception>
    /// <exception cref="TransferApiException">It does not exist or is not visible to the caller (404), or the service answered with another error.</exception>
    public virtual async Task<TaskCancellation> WaitForCancellationAsync(long id, TimeSpan? pollingInterval = null, CancellationToken cancellationToken = default)
    {
        var interval = pollingInterval ?? TimeSpan.FromSeconds(1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero, nameof(pollingInterval));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, TimeSpan.FromDays(1), nameof(pollingInterval));
        while (true)
        {
            var cancellation = await GetCancellationAsync(id, cancellationToken).ConfigureAwait(false);
            if (cancellation.Done == true)
            {
                return cancellation;
            }

            await Task.Delay(interval, Connection.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Pauses tasks: <c>POST /v0.10/endpoint_manager/admin_pause</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="ids">The tasks.</param>
    /// <param name="message">What their owners are told.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done: <c>PauseAccepted</c>.</returns>
    /// <exception cref="ArgumentException">No task is named, an id is empty, or the message is blank.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), or the service answered with another error.</exception>
    public virtual Task<TransferResult> PauseAsync(IEnumerable<TransferTaskId> ids, string message, CancellationToken cancellationToken = default) =>
        Connection.SendAsync(
            HttpMethod.Post,
            "v0.10/endpoint_manager/admin_pause",
            JsonBody.Of(TaskBatch.Of(ids, message), TransferRequestJsonContext.Default.TaskBatch),
            RequestReplay.ByMethod,
            TransferJsonContext.Default.TransferResult,
            cancellationToken);

    /// <summary>Lets paused tasks go on: <c>POST /v0.10/endpoint_manager/admin_resume</c>.</summary>
    /// <remarks>Not sent twice if it fails in a way that leaves open what the service did.</remarks>
    /// <param name="ids">The tasks.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was done: <c>ResumeAccepted</c>.</returns>
    /// <exception cref="ArgumentException">No task is named, or an id is empty.</exception>
    /// <exception cref="TransferApiException">The caller has no role that lets them (403), or the service answered with another error.</exception>
    public virtual Task<TransferResult> ResumeAsync(IEnumerable<TransferTaskId> ids, CancellationToken cancellationToken = default) =>
        Connection.SendAsync(
            HttpMethod.Post,
            "v0.10/endpoint_manager/admin_resume",
            JsonBody.Of(TaskBatch.Of(ids), TransferRequestJsonContext.Default.TaskBatch),
            RequestReplay.ByMethod,
            TransferJsonContext.Default.TransferResult,
            cancellationToken);
}
