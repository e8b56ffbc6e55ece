namespace Globus.Extensions.Emulator.Internal.CommandLine;

/// <summary>A collection and where its files are; an endpoint has none.</summary>
internal sealed record CollectionReport(Guid Id, string DisplayName, string EntityType, string? Folder);
