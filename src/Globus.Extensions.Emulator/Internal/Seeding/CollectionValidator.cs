using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Seeding;

/// <summary>The rules of a seed's collections that their types cannot express.</summary>
internal static class CollectionValidator
{
    public static void Validate(EmulatorSeed seed, IdentityDirectory identities)
    {
        var known = new Dictionary<Guid, EmulatorCollection>();
        for (var i = 0; i < seed.Collections.Count; i++)
        {
            var collection = seed.Collections[i];
            SeedValidator.Require(!string.IsNullOrWhiteSpace(collection.DisplayName), $"$.collections[{i}].display_name", "A display name must not be empty.");
            SeedValidator.Require(known.TryAdd(collection.Id, collection), $"$.collections[{i}].id", $"The id {collection.Id} is used twice; ids come from names that are the same.");
        }

        for (var i = 0; i < seed.Collections.Count; i++)
        {
            var (collection, path) = (seed.Collections[i], $"$.collections[{i}]");
            SeedValidator.Require(EntityTypes.IsKnown(collection.EntityType), path + ".entity_type", $"The entity type '{collection.EntityType}' is not known.");
            ValidateHost(collection, known, path);
            ValidateFiles(collection, path);
            ValidatePeople(collection, identities, path);
        }
    }

    private static void ValidateHost(EmulatorCollection collection, Dictionary<Guid, EmulatorCollection> known, string path)
    {
        var isHosted = collection.HostId is { } id
            && known.TryGetValue(id, out var host)
            && EntityTypes.CanStandOn(collection.EntityType, host.EntityType);
        SeedValidator.Require(
            isHosted || collection.HostId is null && !EntityTypes.IsGuest(collection.EntityType),
            path + ".host_id",
            $"A {collection.EntityType} cannot stand on {collection.HostId?.ToString() ?? "nothing"}.");
        SeedValidator.Require(IsPath(collection.HostPath), path + ".host_path", $"'{collection.HostPath}' is not a path in a collection.");
        SeedValidator.Require(
            collection.DefaultDirectory is not { } start || IsPath(start), path + ".default_directory", $"'{collection.DefaultDirectory}' is not a path in a collection.");
        SeedValidator.Require(collection.Quota is not < 0, path + ".quota", "A quota must not be negative.");
    }

    private static void ValidateFiles(EmulatorCollection collection, string path)
    {
        var canHaveFolder = EntityTypes.IsMapped(collection.EntityType);
        SeedValidator.Require(canHaveFolder || collection.Folder is null, path + ".folder", $"A {collection.EntityType} has no folder of its own.");
        SeedValidator.Require(collection.Folder is not "", path + ".folder", "A folder must not be empty; leave it out for a temporary one.");
        SeedValidator.Require(
            collection.Files.Count == 0 || canHaveFolder && collection.Folder is null, path + ".files", "Files are for mapped collections without a folder.");
        foreach (var file in collection.Files.Keys)
        {
            SeedValidator.Require(
                CollectionPath.TryParse(file, out var parsed, out _) && !parsed.NamesFolder, path + ".files", $"'{file}' is not the path of a file.");
        }
    }

    private static void ValidatePeople(EmulatorCollection collection, IdentityDirectory identities, string path)
    {
        SeedValidator.Require(
            collection.Owner is not { } owner || identities.Resolve(owner) is not null, path + ".owner", $"'{collection.Owner}' is no seeded user or client.");
        foreach (var user in collection.Users)
        {
            SeedValidator.Require(identities.Resolve(user) is not null, path + ".users", $"'{user}' is no seeded user or client.");
        }

        SeedValidator.Require(
            collection.AccessRules.Count == 0 || EntityTypes.IsGuest(collection.EntityType), path + ".access_rules", "Access rules are for guest collections.");
        foreach (var rule in collection.AccessRules)
        {
            SeedValidator.Require(IsPath(rule.Path) && rule.Path.EndsWith('/'), path + ".access_rules", $"'{rule.Path}' is not a folder with a slash at both ends.");
            SeedValidator.Require(rule.Permissions is "r" or "rw", path + ".access_rules", $"Permissions are r or rw, not '{rule.Permissions}'.");
            SeedValidator.Require(AccessRule.IsKnownPrincipalType(rule.PrincipalType), path + ".access_rules", $"The principal type '{rule.PrincipalType}' is not known.");
            SeedValidator.Require(IsKnown(rule, identities), path + ".access_rules", $"The principal '{rule.Principal}' is not known.");
        }
    }

    /// <summary>A group may be made later; without its members nobody is let in.</summary>
    private static bool IsKnown(EmulatorAccessRule rule, IdentityDirectory identities) => rule.PrincipalType switch
    {
        AccessRule.Identity => identities.Resolve(rule.Principal) is not null,
        AccessRule.Group => Guid.TryParse(rule.Principal, out _),
        _ => rule.Principal.Length == 0,
    };

    private static bool IsPath(string path) => path.StartsWith('/') && CollectionPath.TryParse(path, out _, out _);
}
