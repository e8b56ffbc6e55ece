namespace Globus.Extensions.Emulator.Internal.Projects;

/// <summary>A project as the store keeps it; immutable, a change takes its place.</summary>
internal sealed record Project
{
    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }

    public required string ContactEmail { get; init; }

    public IReadOnlyList<Guid> AdminIds { get; init; } = [];

    public IReadOnlyList<Guid> AdminGroupIds { get; init; } = [];
}
