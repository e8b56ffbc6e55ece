using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The scopes of GCSv5 mapped collections, which Auth has to know before anybody can allow them.</summary>
internal static class CollectionScopes
{
    /// <summary>All scopes to start with: Globus's own, those of the clients, and those of collections that no client owns already.</summary>
    public static ScopeCatalogue Catalogue(EmulatorSeed seed)
    {
        var catalogue = new ScopeCatalogue(seed.Clients);
        foreach (var collection in seed.Collections.Where(static collection => collection.EntityType == EntityTypes.GcsMapped))
        {
            Register(catalogue, collection.Id, collection.DisplayName);
        }

        return catalogue;
    }

    /// <summary>Makes the scopes of a collection known; those that exist stay as they are.</summary>
    public static void Register(ScopeCatalogue catalogue, Guid collection, string displayName)
    {
        catalogue.TrySet(Of(collection, ScopeNames.DataAccess(collection), $"Access data on {displayName}"));
        catalogue.TrySet(Of(collection, ScopeNames.Https(collection), $"Read and write {displayName} over HTTPS"));
    }

    private static KnownScope Of(Guid collection, string name, string description) => new()
    {
        Id = StableIds.Of(name),
        Name = name,
        Title = description,
        Description = description,
        Owner = collection,
        ResourceServer = collection.ToString(),
        IsAdvertised = true,
    };
}
