namespace Globus.Extensions.Emulator.Internal.Consents;

/// <summary>A consent as the consents API shows it; immutable, a renewed one takes its place.</summary>
internal sealed record ConsentDocument
{
    public required long Id { get; init; }

    public required Guid Client { get; init; }

    public required Guid Scope { get; init; }

    public required string ScopeName { get; init; }

    public required Guid EffectiveIdentity { get; init; }

    /// <summary>The ids from the root to this consent, itself last.</summary>
    public required IReadOnlyList<long> DependencyPath { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public required DateTimeOffset LastUsed { get; init; }

    public string Status { get; } = "approved";

    public required bool AllowsRefresh { get; init; }

    public bool AutoApproved { get; }

    public required bool AtomicallyRevocable { get; init; }
}
