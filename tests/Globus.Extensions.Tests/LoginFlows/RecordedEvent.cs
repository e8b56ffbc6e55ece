namespace Globus.Extensions.Tests.LoginFlows;

internal sealed record RecordedEvent(string? Name, string Message);
