using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;

/// <summary>A bookmark as version 0.10 shows it.</summary>
internal sealed record BookmarkDocument(Guid Id, string Name, Guid EndpointId, string Path, bool Pinned)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "bookmark";

    public static BookmarkDocument Of(Bookmark bookmark) => new(bookmark.Id, bookmark.Name, bookmark.CollectionId, bookmark.Path, bookmark.Pinned);
}
