using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The id of a collection that was given only a name: the same in every emulator, so that scripts may rely on it.</summary>
internal static class CollectionIds
{
    public static Guid Of(string displayName) => StableIds.Of("collection " + displayName);
}
