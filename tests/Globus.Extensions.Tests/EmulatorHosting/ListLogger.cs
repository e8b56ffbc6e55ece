using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tests.EmulatorHosting;

internal sealed class ListLogger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        entries.Enqueue(new LogEntry(category, logLevel, formatter(state, exception)));
}
