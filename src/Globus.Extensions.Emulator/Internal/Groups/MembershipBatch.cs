using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The body of <c>POST /v2/groups/{id}</c>, read and checked as a whole before anything is done.</summary>
internal sealed class MembershipBatch
{
    private readonly List<MembershipRequest> _requests = [];

    private MembershipBatch()
    {
    }

    public IEnumerable<MembershipAction> Actions => _requests.Select(static request => request.Action).Distinct();

    /// <summary>The identities that occur more than once, for which the whole request fails.</summary>
    public IReadOnlyList<Guid> AmbiguousIdentities =>
        [.. _requests.GroupBy(static request => request.IdentityId).Where(static same => same.Count() > 1).Select(static same => same.Key)];

    /// <summary>Reads the body.</summary>
    /// <exception cref="InvalidBodyException">It is not valid.</exception>
    public static MembershipBatch Read(JsonElement body, IdentityDirectory identities)
    {
        var batch = new MembershipBatch();
        foreach (var (name, list) in new BodyFields(body).All.Select(static member => (member.Name, member.Value)))
        {
            if (MembershipAction.Find(name) is not { } action)
            {
                throw new InvalidBodyException("the action is not known", name);
            }

            if (list.ValueKind == JsonValueKind.Array)
            {
                batch._requests.AddRange(list.EnumerateArray().Select((item, index) => Read(action, new BodyFields(item, name, $"{index}"), identities)));
            }
            else if (list.ValueKind != JsonValueKind.Null)
            {
                throw new InvalidBodyException("value is not a valid list", name);
            }
        }

        return batch;
    }

    /// <summary>Does everything that can be done, one after the other, and collects results and errors by action.</summary>
    public Group Apply(
        Group group,
        GroupCall call,
        Func<Guid, bool> allowsAdd,
        Dictionary<string, List<MembershipDocument>> done,
        Dictionary<string, List<MembershipError>> failed)
    {
        foreach (var request in _requests)
        {
            var (membership, error) = request.Action.Apply(group, call, request, allowsAdd(request.IdentityId));
            if (membership is not null)
            {
                group = group.With(membership);
                Append(done, request.Action.Name, MembershipDocument.From(group, membership));
            }
            else if (error is not null)
            {
                Append(failed, request.Action.Name, error);
            }
        }

        return group;
    }

    private static MembershipRequest Read(MembershipAction action, BodyFields item, IdentityDirectory identities)
    {
        var id = item.Id("identity_id") ?? throw item.Invalid("identity_id", "field required");
        return new MembershipRequest(action, id, identities.Find(id))
        {
            Role = action.TakesRole ? item.Choice("role", GroupRoles.IsKnown) : null,
            StatusReason = item.Text("status_reason"),
            InviteEmailAddress = item.Text("invite_email_address"),
        };
    }

    private static void Append<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(item);
    }
}
