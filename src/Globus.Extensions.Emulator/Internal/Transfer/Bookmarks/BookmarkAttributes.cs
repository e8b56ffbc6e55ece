namespace Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;

/// <summary>What version 2 tells of a bookmark; in lists without the path where the collection is a high assurance one.</summary>
internal sealed record BookmarkAttributes(string Name, string? Path);
