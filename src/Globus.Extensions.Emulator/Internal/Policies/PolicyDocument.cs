namespace Globus.Extensions.Emulator.Internal.Policies;

/// <summary>An authentication policy, as the API shows it and as the store keeps it; immutable, a change takes its place.</summary>
internal sealed record PolicyDocument
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public bool HighAssurance { get; init; }

    public int? AuthenticationAssuranceTimeout { get; init; }

    public bool RequiredMfa { get; init; }

    /// <summary>The domains that are let in; null for any, which an empty list is not.</summary>
    public IReadOnlyList<string>? DomainConstraintsInclude { get; init; }

    /// <summary>The domains that are kept out; null for none.</summary>
    public IReadOnlyList<string>? DomainConstraintsExclude { get; init; }
}
