using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tests.Support;

/// <summary>A logger that keeps the names and the texts of events.</summary>
internal sealed class EventRecorder : ILogger
{
    private readonly ConcurrentQueue<RecordedEvent> _events = [];

    public IReadOnlyList<RecordedEvent> Events => [.. _events];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _events.Enqueue(new RecordedEvent(eventId.Name, formatter(state, exception)));
}
