namespace Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;

/// <summary>A folder that somebody wants to find again; immutable.</summary>
internal sealed record Bookmark
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Unique among the owner's.</summary>
    public required string Name { get; init; }

    public required Guid CollectionId { get; init; }

    public required string Path { get; init; }

    public bool Pinned { get; init; }
}
