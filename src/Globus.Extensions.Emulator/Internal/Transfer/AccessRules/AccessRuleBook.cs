using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;

namespace Globus.Extensions.Emulator.Internal.Transfer.AccessRules;

/// <summary>The rules in force on a guest collection, and those that its administrators' roles imply.</summary>
internal sealed class AccessRuleBook(ResourceStore<AccessRule> rules, ResourceStore<Role> roles, GlobusEmulatorOptions options)
{
    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public IReadOnlyList<AccessRuleDocument> Of(Collection collection) =>
    [
        .. InForce(collection).Select(AccessRuleDocument.Of),
        .. roles.All.Where(role => role.CollectionId == collection.Id && role.Name == Role.Administrator).Select(AccessRuleDocument.Of),
    ];

    public AccessRule? Find(Collection collection, Guid id) => InForce(collection).FirstOrDefault(rule => rule.Id == id);

    /// <summary>Adds a rule unless there is one for the same path and principal.</summary>
    public bool TryAdd(AccessRule rule)
    {
        var now = Now;
        return rules.TrySet(rule.Id, rule, other => !other.HasExpired(now)
            && (other.CollectionId, other.Path, other.PrincipalType, other.Principal) == (rule.CollectionId, rule.Path, rule.PrincipalType, rule.Principal));
    }

    public AccessRule? Update(Guid id, Func<AccessRule, AccessRule> change) => rules.Update(id, change);

    public bool Remove(Guid id) => rules.Remove(id);

    private IEnumerable<AccessRule> InForce(Collection collection)
    {
        var now = Now;
        return rules.All.Where(rule => rule.CollectionId == collection.Id && !rule.HasExpired(now));
    }
}
