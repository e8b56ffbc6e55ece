using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Puts the seed's collections and their access rules into the stores.</summary>
internal static class SeededCollections
{
    public static CollectionStore Of(EmulatorSeed seed, IdentityDirectory identities, CollectionFolders folders) =>
        new(seed.Collections.Select(seeded => new Collection
        {
            Id = seeded.Id,
            EntityType = seeded.EntityType,
            DisplayName = seeded.DisplayName,
            OwnerId = OwnerOf(seeded, seed, identities),
            Folder = EntityTypes.IsMapped(seeded.EntityType) ? folders.Prepare(seeded) : null,
            HostId = seeded.HostId,
            HostPath = EntityTypes.IsGuest(seeded.EntityType) ? seeded.HostPath : null,
            Users = [.. seeded.Users.Select(user => identities.Resolve(user)!.Id)],
            Quota = seeded.Quota,
            IsPublic = seeded.Public ?? true,
            HighAssurance = seeded.HighAssurance,
            Description = seeded.Description,
            DefaultDirectory = seeded.DefaultDirectory,
        }));

    public static ResourceStore<AccessRule> RulesOf(EmulatorSeed seed, IdentityDirectory identities, GlobusEmulatorOptions options)
    {
        var store = new ResourceStore<AccessRule>();
        foreach (var collection in seed.Collections)
        {
            foreach (var seeded in collection.AccessRules)
            {
                var rule = new AccessRule
                {
                    Id = Guid.NewGuid(),
                    CollectionId = collection.Id,
                    Path = seeded.Path,
                    Permissions = seeded.Permissions,
                    PrincipalType = seeded.PrincipalType,
                    Principal = seeded.PrincipalType == AccessRule.Identity ? identities.Resolve(seeded.Principal)!.Id.ToString() : seeded.Principal,
                    CreateTime = options.TimeProvider.GetUtcNow(),
                };
                store.Set(rule.Id, rule);
            }
        }

        return store;
    }

    /// <summary>The owner named, else the first user, else the first client: somebody has to own it.</summary>
    private static Guid OwnerOf(EmulatorCollection seeded, EmulatorSeed seed, IdentityDirectory identities) =>
        seeded.Owner is { } owner ? identities.Resolve(owner)!.Id
        : seed.Users.Count > 0 ? seed.Users[0].Id
        : seed.Clients.Count > 0 ? seed.Clients[0].Id
        : Guid.Empty;
}
