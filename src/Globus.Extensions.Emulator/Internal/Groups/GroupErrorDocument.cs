namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>An error of the Groups service.</summary>
internal sealed record GroupErrorDocument(string Code, string Detail, IReadOnlyList<string>? ProvidedScopes = null);
