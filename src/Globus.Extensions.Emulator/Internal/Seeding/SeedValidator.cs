using Globus.Extensions.Emulator.Internal.Authorization;
using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Seeding;

/// <summary>The rules of a seed that its types cannot express.</summary>
internal static class SeedValidator
{
    public static void Validate(EmulatorSeed seed)
    {
        var identities = ValidateIdentities(seed);
        ValidateClients(seed);
        ValidateGroups(seed, identities);
        ValidateProjects(seed, identities);
        CollectionValidator.Validate(seed, identities);
    }

    private static IdentityDirectory ValidateIdentities(EmulatorSeed seed)
    {
        var ids = new HashSet<Guid>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < seed.Users.Count; i++)
        {
            var user = seed.Users[i];
            Require(!string.IsNullOrWhiteSpace(user.UserName), $"$.users[{i}].user_name", "A user name must not be empty.");
            Require(ids.Add(user.Id), $"$.users[{i}].id", $"The id {user.Id} is used twice.");
            Require(names.Add(user.UserName), $"$.users[{i}].user_name", $"The user name '{user.UserName}' is used twice.");
        }

        for (var i = 0; i < seed.Clients.Count; i++)
        {
            Require(ids.Add(seed.Clients[i].Id), $"$.clients[{i}].id", $"The id {seed.Clients[i].Id} is used twice.");
        }

        return new IdentityDirectory(seed);
    }

    private static void ValidateClients(EmulatorSeed seed)
    {
        for (var i = 0; i < seed.Clients.Count; i++)
        {
            var client = seed.Clients[i];
            Require(client.Secret is not "", $"$.clients[{i}].secret", "A secret must not be empty; leave it out for a native client.");
            for (var j = 0; j < client.RedirectUris.Count; j++)
            {
                Require(
                    RedirectUriRules.IsWellFormed(client.RedirectUris[j]),
                    $"$.clients[{i}].redirect_uris[{j}]",
                    $"'{client.RedirectUris[j]}' is not an absolute URI of ASCII characters without a fragment.");
            }

            ValidateScopes(client, $"$.clients[{i}].scopes");
        }

        var catalogue = new ScopeCatalogue(seed.Clients);
        for (var i = 0; i < seed.Clients.Count; i++)
        {
            foreach (var scope in seed.Clients[i].Scopes.SelectMany(static scope => scope.DependentScopes))
            {
                Require(catalogue.Find(scope.TrimStart('*')) is not null, $"$.clients[{i}].scopes", $"The dependent scope '{scope}' is not known.");
            }
        }
    }

    private static void ValidateScopes(EmulatorClient client, string path)
    {
        for (var i = 0; i < client.Scopes.Count; i++)
        {
            var scope = client.Scopes[i];
            Require(IsOneScope(scope.ScopeString), $"{path}[{i}].scope_string", $"'{scope.ScopeString}' is not one scope string.");
            Require(
                scope.DependentScopes.All(static dependent => IsOneScope(dependent.StartsWith('*') ? dependent[1..] : dependent)),
                $"{path}[{i}].dependent_scopes",
                "Each dependent scope must be one scope string, with a leading * if it is optional.");
        }
    }

    private static bool IsOneScope(string text) => text.Length > 0 && text.AsSpan().IndexOfAny(" []*") < 0;

    private static void ValidateGroups(EmulatorSeed seed, IdentityDirectory identities)
    {
        var ids = new HashSet<Guid>();
        for (var i = 0; i < seed.Groups.Count; i++)
        {
            var group = seed.Groups[i];
            Require(ids.Add(group.Id), $"$.groups[{i}].id", $"The id {group.Id} is used twice.");
            Require(GroupPolicyDocument.IsValid(group.Policies), $"$.groups[{i}].policies", "A visibility or a signup field has an unknown value.");
            Require(!HasNoRoot(seed, group), $"$.groups[{i}].parent_id", $"{group.ParentId} is no seeded group, or a subgroup of this one.");
            Require(
                group.Subscription is null || seed.Groups.Count(other => other.Subscription?.Id == group.Subscription.Id) == 1,
                $"$.groups[{i}].subscription.id",
                $"The subscription {group.Subscription?.Id} has two groups.");
            Require(
                group.SubscriptionAdminVerifiedId is null || seed.Groups.Any(other => other.Subscription?.Id == group.SubscriptionAdminVerifiedId),
                $"$.groups[{i}].subscription_admin_verified_id",
                $"{group.SubscriptionAdminVerifiedId} is no seeded subscription.");
            for (var j = 0; j < group.Memberships.Count; j++)
            {
                var membership = group.Memberships[j];
                var path = $"$.groups[{i}].memberships[{j}]";
                Require(identities.Resolve(membership.Identity) is not null, path + ".identity", $"'{membership.Identity}' is no seeded user or client.");
                Require(GroupRoles.IsKnown(membership.Role), path + ".role", $"The role '{membership.Role}' is not known.");
                Require(MembershipStatuses.IsKnown(membership.Status), path + ".status", $"The status '{membership.Status}' is not known.");
            }
        }
    }

    /// <summary>Whether the way up from a group ends nowhere, or in a circle.</summary>
    private static bool HasNoRoot(EmulatorSeed seed, EmulatorGroup group)
    {
        var ancestor = group;
        for (var steps = 0; ancestor?.ParentId is { } parent && steps < seed.Groups.Count; steps++)
        {
            ancestor = seed.Groups.FirstOrDefault(other => other.Id == parent);
        }

        return ancestor is null || ancestor.ParentId is not null;
    }

    private static void ValidateProjects(EmulatorSeed seed, IdentityDirectory identities)
    {
        var ids = new HashSet<Guid>();
        for (var i = 0; i < seed.Projects.Count; i++)
        {
            var project = seed.Projects[i];
            var path = $"$.projects[{i}]";
            Require(ids.Add(project.Id), path + ".id", $"The id {project.Id} is used twice.");
            Require(project.Admins.Count + project.AdminGroupIds.Count > 0, path + ".admins", "A project needs an admin.");
            foreach (var admin in project.Admins)
            {
                Require(identities.Resolve(admin) is not null, path + ".admins", $"'{admin}' is no seeded user or client.");
            }

            foreach (var group in project.AdminGroupIds)
            {
                Require(seed.Groups.Any(seeded => seeded.Id == group), path + ".admin_group_ids", $"{group} is no seeded group.");
            }
        }

        for (var i = 0; i < seed.Clients.Count; i++)
        {
            Require(
                seed.Clients[i].ProjectId is not { } project || ids.Contains(project),
                $"$.clients[{i}].project_id",
                $"{seed.Clients[i].ProjectId} is no seeded project.");
        }
    }

    public static void Require(bool condition, string path, string message)
    {
        if (!condition)
        {
            throw new SeedException(path, message);
        }
    }
}
