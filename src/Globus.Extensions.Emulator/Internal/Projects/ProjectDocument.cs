namespace Globus.Extensions.Emulator.Internal.Projects;

/// <summary>A project as the API shows it; where there are no admins of a kind, their ids are null.</summary>
internal sealed record ProjectDocument
{
    public required Guid Id { get; init; }

    public required string ProjectName { get; init; }

    public required string DisplayName { get; init; }

    public required string ContactEmail { get; init; }

    public required IReadOnlyList<Guid>? AdminIds { get; init; }

    public required IReadOnlyList<Guid>? AdminGroupIds { get; init; }

    public required ProjectAdmins Admins { get; init; }
}
