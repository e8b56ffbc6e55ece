using System.Net;
using System.Runtime.ExceptionServices;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>One wait for one task.</summary>
internal sealed class TaskWait(ServiceConnection connection, TransferTaskId id, string path, TaskWaitOptions options, IProgress<TaskProgress>? progress)
{
    private readonly TimeProvider _time = connection.TimeProvider;
    private readonly TaskEvents? _events = progress is not null && options.ReportEvents ? new TaskEvents(connection, path) : null;
    private readonly long _started = connection.TimeProvider.GetTimestamp();
    private TransferTask? _task;
    private TimeSpan _seen;
    private TimeSpan _interval = options.ShortestInterval;
    private TimeSpan? _outageBegan;

    private TimeSpan Elapsed => _time.GetElapsedTime(_started);

    public async Task<TransferTask> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Timeout == Timeout.InfiniteTimeSpan)
        {
            return await PollAsync(cancellationToken).ConfigureAwait(false);
        }

        using var timer = new CancellationTokenSource(options.Timeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await PollAsync(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var state = _task is null ? "the service has not told how it stands" : $"it is {_task.Status}, {_task.NiceStatus ?? "and says no more"}";
            throw new TimeoutException($"The task {id} did not end within {options.Timeout}: {state}. It goes on all the same.", exception);
        }
    }

    private async Task<TransferTask> PollAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = _interval;
            var (task, events, outage) = await AskAsync(cancellationToken).ConfigureAwait(false);
            if (outage is null)
            {
                _outageBegan = null;
                Report(task!, events);
                if (IsOver(task!))
                {
                    return task!;
                }
            }
            else
            {
                Bear(outage);
                wait = (outage as GlobusApiException)?.RetryAfter is { } asked && asked > _interval ? Shorter(asked, options.LongestInterval) : _interval;
            }

            _interval = Shorter(_interval * 1.5, options.LongestInterval);
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The task and what is new of it, or what kept the service from telling.</summary>
    private async Task<(TransferTask? Task, IReadOnlyList<TaskEvent> Events, Exception? Outage)> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var task = await connection.GetAsync(path, TransferAnswers.TransferTask, cancellationToken).ConfigureAwait(false);
            return (task, _events is null ? [] : await _events.GetNewAsync(cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception exception) when (IsOutage(exception) && !cancellationToken.IsCancellationRequested)
        {
            return (null, [], exception);
        }
    }

    /// <summary>Goes on in spite of an outage, as long as that is allowed.</summary>
    private void Bear(Exception outage)
    {
        if (_outageBegan is null)
        {
            _outageBegan = Elapsed;
            TransferLog.OutOfSight(connection.Logger, id, outage.Message);
        }

        if (options.LongestOutage != Timeout.InfiniteTimeSpan && Elapsed - _outageBegan >= options.LongestOutage)
        {
            ExceptionDispatchInfo.Throw(outage);
        }

        progress?.Report(new TaskProgress { Task = _task, Outage = outage, Elapsed = Elapsed });
    }

    /// <summary>Whether there is nothing to wait for any more.</summary>
    /// <exception cref="TransferTaskFailedException">The task failed, and the options ask for this exception.</exception>
    private bool IsOver(TransferTask task)
    {
        var hasEnded = task.Status == TransferTaskStatus.Succeeded || task.Status == TransferTaskStatus.Failed;
        if (hasEnded)
        {
            TransferLog.TaskEnded(connection.Logger, id, task.Status, task.Files, task.BytesTransferred, task.Faults);
        }

        if (options.ThrowIfFailed && task.Status == TransferTaskStatus.Failed)
        {
            throw new TransferTaskFailedException(task);
        }

        var isHeldUp = task.Status == TransferTaskStatus.Inactive || task.IsPaused == true;
        return hasEnded || (isHeldUp && options.StopWhenHeldUp);
    }

    private void Report(TransferTask task, IReadOnlyList<TaskEvent> events)
    {
        var now = Elapsed;
        var rate = _task is not null && now > _seen ? Math.Max(0, (task.BytesTransferred ?? 0) - (_task.BytesTransferred ?? 0)) / (now - _seen).TotalSeconds : (double?)null;
        _task = task;
        _seen = now;
        progress?.Report(new TaskProgress { Task = task, NewEvents = events, Elapsed = now, CurrentBytesPerSecond = rate });
    }

    private static bool IsOutage(Exception exception) => exception switch
    {
        HttpRequestException or IOException or TimeoutException => true,
        GlobusApiException api => api.StatusCode >= HttpStatusCode.InternalServerError || api.StatusCode == HttpStatusCode.TooManyRequests,
        _ => false,
    };

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
