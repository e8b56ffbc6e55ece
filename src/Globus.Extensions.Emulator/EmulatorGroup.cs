namespace Globus.Extensions.Emulator;

/// <summary>A group of the Groups service.</summary>
public sealed record EmulatorGroup
{
    /// <summary>The group id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>What members agree to, or <see langword="null"/>.</summary>
    public string? TermsAndConditions { get; init; }

    /// <summary>The group this one is a subgroup of, or <see langword="null"/>.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Who may see and join the group; private by default.</summary>
    public EmulatorGroupPolicies Policies { get; init => field = value ?? new(); } = new();

    /// <summary>The subscription that the group provides, or <see langword="null"/> for an ordinary group.</summary>
    public EmulatorSubscription? Subscription { get; init; }

    /// <summary>The subscription whose administrators vouch for the group, or <see langword="null"/>.</summary>
    public Guid? SubscriptionAdminVerifiedId { get; init; }

    /// <summary>The memberships.</summary>
    public IReadOnlyList<EmulatorMembership> Memberships { get; init => field = value ?? []; } = [];
}
