using Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;

/// <summary>Where a bookmark leads.</summary>
internal sealed record BookmarkRelationships(JsonApiRelationship Collection);
