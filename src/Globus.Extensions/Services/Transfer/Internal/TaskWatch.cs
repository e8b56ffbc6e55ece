using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>One watch of one task: asks, pauses, and asks again, until there is nothing to wait for any more.</summary>
internal sealed class TaskWatch : IDisposable
{
    private readonly ServiceConnection _connection;
    private readonly TransferTaskId _id;
    private readonly string _path;
    private readonly TaskWaitOptions _options;
    private readonly WatchTime _time;
    private TaskEvents? _events;
    private TransferTask? _task;
    private TimeSpan _seen;
    private TimeSpan _interval;
    private TimeSpan? _outageBegan;

    private TaskWatch(ServiceConnection connection, TransferTaskId id, string path, TaskWaitOptions options, CancellationToken cancellationToken)
    {
        (_connection, _id, _path, _options) = (connection, id, path, options);
        _time = new WatchTime(options.Timeout, connection.TimeProvider, cancellationToken);
        _events = options.ReportEvents ? new TaskEvents(connection, path) : null;
        _interval = options.ShortestInterval;
    }

    private bool HasEnded => _task?.Status is { } status && (status == TransferTaskStatus.Succeeded || status == TransferTaskStatus.Failed);

    private bool IsHeldUp => _task is { } task && (task.Status == TransferTaskStatus.Inactive || task.IsPaused == true);

    /// <summary>A report after each answer, and for each time that there was none. The last one holds the task as it ended.</summary>
    public static async IAsyncEnumerable<TaskProgress> RunAsync(
        ServiceConnection connection, TransferTaskId id, string path, TaskWaitOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = new TaskWatch(connection, id, path, options, cancellationToken);
        while (true)
        {
            var progress = await watch.AskAsync().ConfigureAwait(false);
            yield return progress;
            if (progress.Outage is null && (watch.HasEnded || (watch.IsHeldUp && options.StopWhenHeldUp)))
            {
                break;
            }

            await watch.PauseAsync(progress.Outage).ConfigureAwait(false);
        }

        if (options.ThrowIfFailed && watch._task!.Status == TransferTaskStatus.Failed)
        {
            throw new TransferTaskFailedException(watch._task);
        }
    }

    public void Dispose() => _time.Dispose();

    /// <summary>How the task stands, or what kept the service from telling.</summary>
    private async Task<TaskProgress> AskAsync()
    {
        try
        {
            var task = await _connection.GetAsync(_path, TransferAnswers.TransferTask, _time.Start()).ConfigureAwait(false);
            var progress = See(task);
            return progress with { NewEvents = await GetEventsAsync().ConfigureAwait(false) };
        }
        catch (OperationCanceledException exception)
        {
            ThrowIfOver(exception);
            throw;
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            ThrowIfOver(exception);
            return Bear(exception);
        }
    }

    /// <summary>
    /// What is new of the task, as far as it can be read. Whatever the service does with the events, what it said of the task counts: events that it
    /// fails to give come with a later report, and if it refuses them, the watch goes on without.
    /// </summary>
    private async Task<IReadOnlyList<TaskEvent>> GetEventsAsync()
    {
        if (_events is null)
        {
            return [];
        }

        try
        {
            return await _events.GetNewAsync(_time.Start()).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_time.IsCallerGone && (exception is GlobusException or OperationCanceledException || IsOutage(exception)))
        {
            var isRefused = exception is GlobusException && !IsPassing(exception);
            if (isRefused || HasEnded)
            {
                TransferLog.EventsMissing(_connection.Logger, _id, exception.Message);
            }

            _events = isRefused ? null : _events;
            return [];
        }
    }

    private TaskProgress See(TransferTask task)
    {
        var now = _time.Elapsed;
        var rate = _task is not null && now > _seen ? Math.Max(0, (task.BytesTransferred ?? 0) - (_task.BytesTransferred ?? 0)) / (now - _seen).TotalSeconds : (double?)null;
        (_task, _seen, _outageBegan) = (task, now, null);
        if (HasEnded)
        {
            TransferLog.TaskEnded(_connection.Logger, _id, task.Status, task.Files, task.BytesTransferred, task.Faults);
        }

        return new TaskProgress { Task = task, Elapsed = now, CurrentBytesPerSecond = rate };
    }

    /// <summary>Goes on in spite of an outage, as long as that is allowed.</summary>
    private TaskProgress Bear(Exception outage)
    {
        var now = _time.Elapsed;
        if (_outageBegan is null)
        {
            _outageBegan = now;
            TransferLog.OutOfSight(_connection.Logger, _id, outage.Message);
        }

        if (BearableFor(now) <= TimeSpan.Zero)
        {
            ExceptionDispatchInfo.Throw(outage);
        }

        return new TaskProgress { Task = _task, Outage = outage, Elapsed = now };
    }

    /// <summary>Lets some time pass, longer each time; after an outage as long as the service asks for, but no longer than the outage is borne.</summary>
    private async Task PauseAsync(Exception? outage)
    {
        var pause = _interval;
        if (outage is not null)
        {
            // Whoever reads the reports may have taken longer than that: then the service is asked once more, at once.
            var bearable = TimeSpans.Longer(BearableFor(_time.Elapsed), TimeSpan.Zero);
            pause = TimeSpans.Shorter(TimeSpans.Longer(pause, (outage as GlobusApiException)?.RetryAfter ?? pause), bearable);
        }

        _interval = TimeSpans.Shorter(_interval * 1.5, _options.LongestInterval);
        try
        {
            await _time.PassAsync(pause).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            ThrowIfOver(exception);
            throw;
        }
    }

    private TimeSpan BearableFor(TimeSpan now) =>
        _options.LongestOutage == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _options.LongestOutage - (now - _outageBegan!.Value);

    /// <summary>Whatever failed: if the caller has gone, or the time is up, then that is why.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    /// <exception cref="TimeoutException">The time is up.</exception>
    private void ThrowIfOver(Exception failure)
    {
        _time.ThrowIfCallerIsGone();
        if (_time.IsUp)
        {
            var state = _task is null ? "the service has not told how it stands" : $"it is {_task.Status}, {_task.NiceStatus ?? "and says no more"}";
            throw new TimeoutException($"The task {_id} did not end within {_options.Timeout}: {state}. It goes on all the same.", failure);
        }
    }

    private static bool IsOutage(Exception exception) => exception switch
    {
        HttpRequestException or IOException or TimeoutException => true,
        GlobusApiException api => api.StatusCode >= HttpStatusCode.InternalServerError || api.StatusCode == HttpStatusCode.TooManyRequests,
        _ => false,
    };

    // An answer that cannot be read, or that was too slow, may be another the next time.
    private static bool IsPassing(Exception exception) =>
        IsOutage(exception) || exception is GlobusApiException { StatusCode: < HttpStatusCode.BadRequest or HttpStatusCode.RequestTimeout };
}
