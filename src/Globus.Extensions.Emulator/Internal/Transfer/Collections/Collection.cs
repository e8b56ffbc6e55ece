namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>A collection or endpoint as the store keeps it; immutable, a change takes its place.</summary>
internal sealed record Collection
{
    public required Guid Id { get; init; }

    public required string EntityType { get; init; }

    public required string DisplayName { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>The folder on this machine; only mapped collections have one of their own.</summary>
    public string? Folder { get; init; }

    /// <summary>The mapped collection below a guest collection, or the endpoint of a GCSv5 mapped collection.</summary>
    public Guid? HostId { get; init; }

    /// <summary>Where in the host a guest collection starts.</summary>
    public string? HostPath { get; init; }

    /// <summary>Who has an account on a mapped collection; empty is everybody.</summary>
    public IReadOnlyList<Guid> Users { get; init; } = [];

    public long? Quota { get; init; }

    public bool IsPublic { get; init; } = true;

    public bool HighAssurance { get; init; }

    public string? Description { get; init; }

    public string? Organization { get; init; }

    public string? Department { get; init; }

    public string? Keywords { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactInfo { get; init; }

    public string? InfoLink { get; init; }

    public string? UserMessage { get; init; }

    public string? UserMessageLink { get; init; }

    public string? DefaultDirectory { get; init; }

    public bool ForceEncryption { get; init; }

    public bool ForceVerify { get; init; }

    public bool DisableVerify { get; init; }

    public string? Location { get; init; }

    /// <summary><c>normal</c>, <c>minimal</c>, <c>aggressive</c> or <c>custom</c>.</summary>
    public string NetworkUse { get; init; } = "normal";

    public int? MaxConcurrency { get; init; }

    public int? PreferredConcurrency { get; init; }

    public int? MaxParallelism { get; init; }

    public int? PreferredParallelism { get; init; }

    public string? SubscriptionId { get; init; }

    public bool? SubscriptionAdminVerified { get; init; }

    public string? SetupKey { get; init; }

    public bool IsMapped => EntityTypes.IsMapped(EntityType);

    public bool IsGuest => EntityTypes.IsGuest(EntityType);

    /// <summary>Whether there are files to be reached through it.</summary>
    public bool HasFiles => IsMapped || IsGuest;

    /// <summary>Whether people must have allowed Transfer to use its <c>data_access</c> scope.</summary>
    public bool NeedsDataAccess => EntityType == EntityTypes.GcsMapped && !HighAssurance;
}
