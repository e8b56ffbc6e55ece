using System.Diagnostics;
using Globus.Extensions.Diagnostics;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// Tasks: what was submitted, how it stands, and what became of it. <see cref="TransferClient"/> itself submits them. Thread-safe, and as
/// long-lived as its client.
/// </summary>
public class TaskOperations : GlobusOperations
{
    private const int LargestPage = 1000;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected TaskOperations()
    {
    }

    internal TaskOperations(ServiceConnection connection)
        : base(connection)
    {
    }

    /// <summary>Lists the caller's tasks: <c>GET /v0.10/task_list</c>.</summary>
    /// <param name="filter">Which ones, by <see cref="TaskFields"/>. Default: all.</param>
    /// <param name="orderBy">In what order, by <see cref="TaskFields"/>. Default: the service's.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1000. Default: 1000.</param>
    /// <returns>The tasks. Requests are sent when they are enumerated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size of a page is out of its range.</exception>
    public virtual GlobusPageable<TransferTask> ListAsync(TransferFilter filter = default, TransferOrdering orderBy = default, int? pageSize = null) =>
        TransferPages.ByOffset(
            Connection,
            "v0.10/task_list",
            new TransferQuery().Add("filter", filter).Add("orderby", orderBy),
            TransferJsonContext.Default.TransferListTransferTask,
            TransferArguments.PageSize(pageSize, LargestPage, nameof(pageSize)) ?? LargestPage);

    /// <summary>Gets one task: <c>GET /v0.10/task/{task_id}</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">There is none of the caller's with this id (404), or the service answered with another error.</exception>
    public virtual Task<TransferTask> GetAsync(TransferTaskId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(Path(id), TransferJsonContext.Default.TransferTask, cancellationToken);

    /// <summary>Changes the label or the deadline of a task that has not ended: <c>PUT /v0.10/task/{task_id}</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result, with the code <c>Updated</c>.</returns>
    /// <exception cref="ArgumentException">Nothing is to be changed, the label is too long or has a line break, or the id is empty.</exception>
    /// <exception cref="TransferApiException">The task has ended (409), or the service answered with another error.</exception>
    public virtual Task<TransferResult> UpdateAsync(TransferTaskId id, TaskUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (!update.Label.IsSet && !update.Deadline.IsSet)
        {
            throw new ArgumentException("Nothing is to be changed: set the label, the deadline, or both.", nameof(update));
        }

        TransferArguments.Label(update.Label.IsSet ? update.Label.Value : null, nameof(update));
        return Connection.SendAsync(
            HttpMethod.Put,
            Path(id),
            JsonBody.Of(update, TransferRequestJsonContext.Default.TaskUpdate),
            RequestReplay.ByMethod,
            TransferJsonContext.Default.TransferResult,
            cancellationToken);
    }

    /// <summary>Cancels a task: <c>POST /v0.10/task/{task_id}/cancel</c>. It ends as <see cref="TransferTaskStatus.Failed"/> soon after.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result: <c>Canceled</c>, or <c>TaskComplete</c> if the task had ended before.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<TransferResult> CancelAsync(TransferTaskId id, CancellationToken cancellationToken = default) =>
        Connection.SendAsync(HttpMethod.Post, Path(id) + "/cancel", content: null, RequestReplay.Harmless, TransferJsonContext.Default.TransferResult, cancellationToken);

    /// <summary>Removes a task that has ended from the caller's list: <c>POST /v0.10/task/{task_id}/remove</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<TransferResult> RemoveAsync(TransferTaskId id, CancellationToken cancellationToken = default) =>
        Connection.SendAsync(HttpMethod.Post, Path(id) + "/remove", content: null, RequestReplay.ByMethod, TransferJsonContext.Default.TransferResult, cancellationToken);

    /// <summary>Lists the events of a task, the newest first: <c>GET /v0.10/task/{task_id}/event_list</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="errorsOnly">Whether to leave out all that are no errors. Default: <see langword="false"/>.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1000. Default: 1000.</param>
    /// <returns>The events. Requests are sent when they are enumerated.</returns>
    /// <exception cref="ArgumentException">The id is empty or would lead to another route, or the size of a page is out of its range.</exception>
    public virtual GlobusPageable<TaskEvent> ListEventsAsync(TransferTaskId id, bool errorsOnly = false, int? pageSize = null) =>
        TransferPages.ByOffset(
            Connection,
            Path(id) + "/event_list",
            new TransferQuery().Add("filter", errorsOnly ? "is_error:1" : null),
            TransferJsonContext.Default.TransferListTaskEvent,
            TransferArguments.PageSize(pageSize, LargestPage, nameof(pageSize)) ?? LargestPage);

    /// <summary>Gets why a task is paused: <c>GET /v0.10/task/{task_id}/pause_info</c>.</summary>
    /// <param name="id">The task.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The rules that hold it and what managers said; without any if it is not paused.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    /// <exception cref="TransferApiException">The service answered with an error.</exception>
    public virtual Task<TaskPauseInfo> GetPauseInfoAsync(TransferTaskId id, CancellationToken cancellationToken = default) =>
        Connection.GetAsync(Path(id) + "/pause_info", TransferJsonContext.Default.TaskPauseInfo, cancellationToken);

    /// <summary>
    /// Lists the files that a task copied, once it has ended: <c>GET /v0.10/task/{task_id}/successful_transfers</c>. Without directories, and without
    /// files that the sync level left out.
    /// </summary>
    /// <param name="id">The task.</param>
    /// <returns>The files. Requests are sent when they are enumerated.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    public virtual GlobusPageable<SuccessfulTransfer> ListSuccessfulTransfersAsync(TransferTaskId id) =>
        TransferPages.ByMarker(Connection, Path(id) + "/successful_transfers", new TransferQuery(), TransferJsonContext.Default.TransferListSuccessfulTransfer);

    /// <summary>Lists the paths of the source that a task skipped because of errors: <c>GET /v0.10/task/{task_id}/skipped_errors</c>.</summary>
    /// <param name="id">The task.</param>
    /// <returns>The paths. Requests are sent when they are enumerated.</returns>
    /// <exception cref="ArgumentException">The id is empty, or would lead to another route.</exception>
    public virtual GlobusPageable<SkippedError> ListSkippedErrorsAsync(TransferTaskId id) =>
        TransferPages.ByMarker(Connection, Path(id) + "/skipped_errors", new TransferQuery(), TransferJsonContext.Default.TransferListSkippedError);

    /// <summary>
    /// Waits until a task ends, asking <c>GET /v0.10/task/{task_id}</c> again and again, and <c>GET /v0.10/task/{task_id}/event_list</c> where events are
    /// reported. <see cref="WatchAsync"/> does the same for <c>await foreach</c>.
    /// </summary>
    /// <remarks>
    /// A task that failed is an answer like any other, unless <see cref="TaskWaitOptions.ThrowIfFailed"/>. One that is suspended or paused
    /// has not ended: the wait goes on, and reports it, unless <see cref="TaskWaitOptions.StopWhenHeldUp"/>. Nothing that ends the wait ends the task.
    /// </remarks>
    /// <param name="id">The task.</param>
    /// <param name="options">How often to ask, how long to wait, and what to bear. Default: those of <see cref="TaskWaitOptions"/>.</param>
    /// <param name="progress">
    /// Gets a report after every answer, and when the service fails to give one: one at a time and in order, before the wait goes on.
    /// <see cref="Progress{T}"/> hands them on to the synchronization context, where there is none to the thread pool: there they may come in another
    /// order, and after the wait; <see cref="WatchAsync"/> is for programs that have none. Default: none, and events are not asked for.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The task as it was last seen: ended, or held up if the options say so.</returns>
    /// <exception cref="ArgumentException">The id is empty, or the options make no sense.</exception>
    /// <exception cref="TimeoutException">The task did not end in time, or the service did not answer for longer than the options allow.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached for longer than the options allow.</exception>
    /// <exception cref="TransferApiException">The service answered with an error that waiting does not mend, or for longer than the options allow.</exception>
    /// <exception cref="TransferTaskFailedException">The task failed, and the options ask for this exception.</exception>
    public virtual Task<TransferTask> WaitAsync(
        TransferTaskId id, TaskWaitOptions? options = null, IProgress<TaskProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new TaskWaitOptions();
        return Connection.Telemetry.TaskWait.RunAsync(
            (Reports: Watch(id, progress is null ? options with { ReportEvents = false } : options, cancellationToken), Progress: progress),
            static waiting => LastAsync(waiting.Reports, waiting.Progress),
            static (_, task) => new TagList { { GlobusTelemetry.TaskStatusAttribute, task?.Status.ToString() } });
    }

    /// <summary>
    /// Watches a task until it ends, asking <c>GET /v0.10/task/{task_id}</c> again and again, and <c>GET /v0.10/task/{task_id}/event_list</c> unless
    /// <see cref="TaskWaitOptions.ReportEvents"/> is off. The same as <see cref="WaitAsync"/>, for <c>await foreach</c>; without the span and the duration
    /// of a wait, since the loop's own work would be in them.
    /// </summary>
    /// <remarks>
    /// The service is asked again when the loop wants the next report, at the earliest after the interval; a loop that is slow misses nothing but
    /// numbers in between. <see cref="TaskWaitOptions.Timeout"/> counts its time, too. Nothing that ends the watch ends the task.
    /// </remarks>
    /// <example><code>
    /// await foreach (var progress in transfer.Tasks.WatchAsync(id))
    /// {
    ///     Console.WriteLine($"{progress.Status}: {progress.FilesTransferred} files, {progress.BytesTransferred} bytes");
    /// }
    /// </code></example>
    /// <param name="id">The task.</param>
    /// <param name="options">How often to ask, how long to watch, and what to bear. Default: those of <see cref="TaskWaitOptions"/>.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>
    /// A report after every answer, and when the service fails to give one. <see cref="TaskProgress.Task"/> of the last one is the task as it ended, or
    /// held up if the options say so. Requests are sent when they are enumerated, each time anew.
    /// </returns>
    /// <exception cref="ArgumentException">The id is empty, or the options make no sense.</exception>
    /// <exception cref="TimeoutException">The task did not end in time, or the service did not answer for longer than the options allow; thrown on enumeration.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached for longer than the options allow; thrown on enumeration.</exception>
    /// <exception cref="TransferApiException">The service answered with an error that waiting does not mend, or for longer than the options allow; thrown on enumeration.</exception>
    /// <exception cref="TransferTaskFailedException">The task failed, and the options ask for this exception; thrown on enumeration, after the last report.</exception>
    public virtual IAsyncEnumerable<TaskProgress> WatchAsync(TransferTaskId id, TaskWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        Watch(id, options ?? new TaskWaitOptions(), cancellationToken);

    private IAsyncEnumerable<TaskProgress> Watch(TransferTaskId id, TaskWaitOptions options, CancellationToken cancellationToken)
    {
        options.Check(nameof(options));
        return TaskWatch.RunAsync(Connection, id, Path(id), options, cancellationToken);
    }

    private static async Task<TransferTask> LastAsync(IAsyncEnumerable<TaskProgress> reports, IProgress<TaskProgress>? progress)
    {
        TransferTask? task = null;
        await foreach (var report in reports.ConfigureAwait(false))
        {
            progress?.Report(report);
            task = report.Task;
        }

        return task!;
    }

    private static string Path(TransferTaskId id) => "v0.10/task/" + PathSegment.Of(id.Value, nameof(id));
}
