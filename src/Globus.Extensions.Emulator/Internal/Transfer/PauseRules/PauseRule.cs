namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>What must wait on a collection or endpoint and on what stands on it; immutable.</summary>
internal sealed record PauseRule
{
    public required Guid Id { get; init; }

    public required Guid CollectionId { get; init; }

    public required string Message { get; init; }

    /// <summary>Whom it concerns; <see langword="null"/> is everybody.</summary>
    public Guid? IdentityId { get; init; }

    /// <summary>From when on; <see langword="null"/> is at once.</summary>
    public DateTimeOffset? StartTime { get; init; }

    public required Guid ModifiedById { get; init; }

    /// <summary>Whether it was made by somebody who manages only what the collection stands on.</summary>
    public bool CreatedByHostManager { get; init; }

    public bool PauseLs { get; init; } = true;

    public bool PauseMkdir { get; init; } = true;

    public bool PauseSymlink { get; init; } = true;

    public bool PauseRename { get; init; } = true;

    public bool PauseTaskDelete { get; init; } = true;

    public bool PauseTaskTransferWrite { get; init; } = true;

    public bool PauseTaskTransferRead { get; init; } = true;

    public bool PauseTaskTransferDelete { get; init; } = true;

    public bool HasStarted(DateTimeOffset now) => StartTime is not { } start || now >= start;
}
