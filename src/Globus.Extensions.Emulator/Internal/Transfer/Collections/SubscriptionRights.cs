using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Groups;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Knows which subscriptions somebody may put collections under.</summary>
internal sealed class SubscriptionRights(GroupStore groups)
{
    private const string Name = "subscription_id";
    private const string Default = "DEFAULT";

    /// <summary>
    /// Reads <c>subscription_id</c>: an id of a subscription that the caller is a member of, <c>DEFAULT</c> for the only one, or null. What is
    /// malformed becomes a problem of the fields.
    /// </summary>
    public RequestDelegate? Read(TransferCall call, Fields fields, out Guid? subscription)
    {
        subscription = null;
        var isDefault = fields.Has(Name) && !fields.IsNull(Name) && fields.AnyText(Name).Value == Default;
        if (isDefault)
        {
            Guid[] mine = [.. groups.FindAll(group => group.Subscription is not null && group.RoleOf(call.Caller.Id) is not null)
                .Select(static group => group.Subscription!.Id)];
            subscription = mine is [var only] ? only : null;
            return mine.Length switch
            {
                0 => TransferAnswers.BadRequest("You have no subscription."),
                1 => null,
                _ => TransferAnswers.BadRequest($"Please specify the subscription ID to use. You currently have access to: {string.Join(", ", mine)}"),
            };
        }

        var id = fields.NullableId(Name);
        if (id.Value is not { } given)
        {
            return null;
        }

        subscription = given;
        return groups.FindBySubscription(given) is not { } group ? TransferAnswers.BadRequest($"There is no subscription {given}.")
            : group.RoleOf(call.Caller.Id) is null ? TransferAnswers.PermissionDenied($"You are no member of the subscription {given}.")
            : null;
    }

    /// <summary>Whether the identity speaks for the subscription.</summary>
    public bool IsAdministrator(string? subscription, Guid identity) =>
        Guid.TryParse(subscription, out var id) && groups.FindBySubscription(id)?.RoleOf(identity) == GroupRoles.Admin;
}
