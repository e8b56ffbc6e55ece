namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>One entry of <c>errors</c>.</summary>
internal sealed record AuthErrorEntry(string Status, string Id, string Code, string Detail, string Title);
