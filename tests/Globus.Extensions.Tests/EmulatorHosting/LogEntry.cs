using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tests.EmulatorHosting;

internal sealed record LogEntry(string Category, LogLevel Level, string Text);
