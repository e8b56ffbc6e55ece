using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Deletes a collection with all that stands on it and all that has been said about it. Files stay where they are.</summary>
internal sealed class CollectionRemoval(CollectionStore collections, ResourceStore<AccessRule> rules, ResourceStore<Role> roles, ResourceStore<PauseRule> pauseRules)
{
    public void Remove(Collection collection)
    {
        foreach (var guest in collections.All.Where(other => other.HostId == collection.Id))
        {
            Remove(guest);
        }

        collections.Remove(collection.Id);
        rules.RemoveAll(rule => rule.CollectionId == collection.Id);
        roles.RemoveAll(role => role.CollectionId == collection.Id);
        pauseRules.RemoveAll(rule => rule.CollectionId == collection.Id);
    }
}
