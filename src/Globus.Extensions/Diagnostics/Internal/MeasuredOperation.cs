using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Globus.Extensions.Diagnostics.Internal;

/// <summary>
/// A kind of operation that has a span and a histogram of its duration. While nobody listens to either, it runs as it would by itself, and allocates nothing more.
/// </summary>
internal sealed class MeasuredOperation(Telemetry telemetry, string spanName, Histogram<double> duration)
{
    private bool IsWatched => telemetry.Spans.HasListeners() || duration.Enabled;

    /// <summary>Runs the operation.</summary>
    /// <param name="state">What the functions need, so that they capture nothing.</param>
    /// <param name="action">The operation.</param>
    public Task RunAsync<TState>(TState state, Func<TState, Task> action) => IsWatched ? WatchAsync((state, action), RunWithoutResultAsync, static (_, _) => []) : action(state);

    /// <summary>Runs the operation.</summary>
    /// <param name="state">What the functions need, so that they capture nothing.</param>
    /// <param name="action">The operation.</param>
    /// <param name="describe">The attributes of what was done; those without a value are left out. There is no result where the operation failed.</param>
    public Task<TResult> RunAsync<TState, TResult>(TState state, Func<TState, Task<TResult>> action, Func<TState, TResult?, TagList> describe)
        where TResult : class =>
        IsWatched ? WatchAsync(state, action, describe) : action(state);

    private async Task<TResult> WatchAsync<TState, TResult>(TState state, Func<TState, Task<TResult>> action, Func<TState, TResult?, TagList> describe)
        where TResult : class?
    {
        using var span = telemetry.Spans.StartActivity(spanName);
        var started = telemetry.TimeProvider.GetTimestamp();
        TResult result;
        try
        {
            result = await action(state).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Record(span, started, exception, describe(state, null));
            throw;
        }

        Record(span, started, failure: null, describe(state, result));
        return result;
    }

    private static async Task<object?> RunWithoutResultAsync<TState>((TState State, Func<TState, Task> Action) operation)
    {
        await operation.Action(operation.State).ConfigureAwait(false);
        return null;
    }

    // Within the span, so that an exporter can connect the two. The message of an exception stays out of it: it may name a task or a person.
    private void Record(Activity? span, long started, Exception? failure, TagList described)
    {
        var tags = telemetry.CreateTags();
        foreach (var tag in described)
        {
            if (tag.Value is not null)
            {
                tags.Add(tag);
            }
        }

        if (failure is not null)
        {
            tags.Add(GlobusTelemetry.ErrorTypeAttribute, ErrorTypes.Of(failure));
        }

        duration.Record(telemetry.TimeProvider.GetElapsedTime(started).TotalSeconds, tags);
        if (span is null)
        {
            return;
        }

        foreach (var tag in tags)
        {
            span.SetTag(tag.Key, tag.Value);
        }

        if (failure is not (null or OperationCanceledException))
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
