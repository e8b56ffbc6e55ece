using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The body of <c>POST /v2/groups/{id}</c>, read and checked as a whole before anything is done.</summary>
internal sealed class MembershipBatch
{
    private readonly List<(MembershipAction Action, Identity Identity, string? Role)> _items = [];

    private MembershipBatch()
    {
    }

    public IEnumerable<MembershipAction> Actions => _items.Select(static item => item.Action).Distinct();

    /// <summary>Reads the body; <paramref name="error"/> says what is wrong with it.</summary>
    public static MembershipBatch? Read(JsonElement body, IdentityDirectory identities, out string error)
    {
        error = "The body must be an object of actions, each with a list of objects.";
        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var batch = new MembershipBatch();
        foreach (var property in body.EnumerateObject())
        {
            if (MembershipAction.Find(property.Name) is not { } action)
            {
                error = $"The action '{property.Name}' is not known.";
                return null;
            }

            if (property.Value.ValueKind != JsonValueKind.Array || !property.Value.EnumerateArray().All(item => batch.TryAdd(action, item, identities)))
            {
                error = $"An item of '{property.Name}' has no known identity_id, an unknown role, or an identity that occurs twice.";
                return null;
            }
        }

        return batch;
    }

    /// <summary>Does everything that can be done, one after the other, and collects results and errors by action.</summary>
    public Group Apply(
        Group group, Guid caller, Dictionary<string, List<MembershipDocument>> done, Dictionary<string, List<MembershipError>> failed)
    {
        foreach (var (action, identity, role) in _items)
        {
            var (membership, error) = action.Apply(group, caller, identity.Id, identity.UserName, role);
            if (membership is not null)
            {
                group = group.With(membership);
                Append(done, action.Name, MembershipDocument.From(group.Id, membership));
            }
            else if (error is not null)
            {
                Append(failed, action.Name, error);
            }
        }

        return group;
    }

    private static void Append<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(item);
    }

    private bool TryAdd(MembershipAction action, JsonElement item, IdentityDirectory identities)
    {
        if (item.ValueKind != JsonValueKind.Object
            || !item.TryGetProperty("identity_id", out var id)
            || id.ValueKind != JsonValueKind.String
            || !id.TryGetGuid(out var guid)
            || identities.Find(guid) is not { } identity
            || _items.Exists(other => other.Identity.Id == guid))
        {
            return false;
        }

        string? role = null;
        if (item.TryGetProperty("role", out var roleElement))
        {
            role = roleElement.ValueKind == JsonValueKind.String ? roleElement.GetString() : null;
            if (role is null || !GroupRoles.IsKnown(role))
            {
                return false;
            }
        }

        _items.Add((action, identity, role));
        return true;
    }
}
