namespace Globus.Extensions.Emulator.Internal.Projects;

/// <summary>A group whose members administer a project.</summary>
internal sealed record AdminGroupDocument(Guid Id, string Name, string? Description, string? Organization);
