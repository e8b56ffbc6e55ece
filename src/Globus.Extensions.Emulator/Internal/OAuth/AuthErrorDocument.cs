namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>An error of Globus Auth: OAuth's members, and for other than token requests also a list in the style of JSON:API.</summary>
internal sealed record AuthErrorDocument(string Error, string? ErrorDescription, IReadOnlyList<AuthErrorEntry>? Errors = null);
