namespace Globus.Extensions.Tests.Support;

internal sealed record RecordedEvent(string? Name, string Message);
