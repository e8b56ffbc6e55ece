using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>Collections and endpoints: changed, put under a subscription, deleted.</summary>
internal sealed class EndpointChanges(
    TransferAccess access,
    CollectionGate gate,
    CollectionStore collections,
    CollectionPermissions permissions,
    CollectionRemoval removal,
    SubscriptionRights subscriptions,
    TaskPauses pauses) : IEndpoints
{
    private const string Verified = "subscription_admin_verified";

    public void Map(IEndpointRouteBuilder routes)
    {
        const string One = EmulatorPaths.Transfer + "/v0.10/endpoint/{id}";
        routes.MapPut(One, access.Route(Update));
        routes.MapDelete(One, access.Route(Delete));
        routes.MapPut(One + "/subscription", access.Route(SetSubscription));
        routes.MapPut(One + "/" + Verified, access.Route(SetVerified));
    }

    private RequestDelegate Update(TransferCall call, Fields fields)
    {
        if (!gate.TryFind(call, call.Id(), out var collection, out var refusal))
        {
            return refusal;
        }

        if (!permissions.IsAdministrator(collection, call.Caller.Id))
        {
            return Denied(collection);
        }

        _ = fields.OneOf("DATA_TYPE", "endpoint", "shared_endpoint");
        var change = EndpointFields.Read(fields, isNew: false);
        return fields.Problem is { } problem ? TransferAnswers.BadRequest(problem) : Change(collection, change);
    }

    private RequestDelegate Delete(TransferCall call)
    {
        if (!gate.TryFind(call, call.Id(), out var collection, out var refusal))
        {
            return refusal;
        }

        if (!permissions.CanRemove(collection, call.Caller.Id))
        {
            return Denied(collection);
        }

        removal.Remove(collection);
        pauses.ReviewAll();
        return TransferAnswers.Result("Deleted", "Endpoint deleted successfully");
    }

    /// <summary>By an administrator of the collection who is a member of the subscription, or by an administrator of both subscriptions.</summary>
    private RequestDelegate SetSubscription(TransferCall call, Fields fields)
    {
        if (!gate.TryFind(call, call.Id(), out var collection, out var refusal))
        {
            return refusal;
        }

        if (!fields.Has("subscription_id"))
        {
            fields.Reject("subscription_id", "is missing.");
        }

        refusal = subscriptions.Read(call, fields, out var subscription);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (refusal is not null)
        {
            return refusal;
        }

        if (collection.IsGuest)
        {
            return TransferAnswers.NotSupported("A guest collection is under the subscription of its host.");
        }

        var id = subscription?.ToString();
        var mayTake = collection.SubscriptionId is null || subscriptions.IsAdministrator(collection.SubscriptionId, call.Caller.Id);
        var mayGive = id is null || subscriptions.IsAdministrator(id, call.Caller.Id);
        return !permissions.IsAdministrator(collection, call.Caller.Id) && !(mayTake && mayGive) ? Denied(collection)
            : Change(collection, present => present with
            {
                SubscriptionId = id,
                SubscriptionAdminVerified = id is null ? null : id == present.SubscriptionId && present.SubscriptionAdminVerified == true,
            });
    }

    private RequestDelegate SetVerified(TransferCall call, Fields fields)
    {
        if (!gate.TryFind(call, call.Id(), out var collection, out var refusal))
        {
            return refusal;
        }

        if (!fields.Has(Verified))
        {
            fields.Reject(Verified, "is missing.");
        }

        var verified = fields.Flag(Verified);
        return fields.Problem is { } problem ? TransferAnswers.BadRequest(problem)
            : collections.SubscriptionOf(collection) is not { } subscription
                ? TransferAnswers.Conflict($"The collection {collection.Id} is under no subscription.")
            : !subscriptions.IsAdministrator(subscription, call.Caller.Id)
                ? TransferAnswers.PermissionDenied("Only an admin of the subscription's group may do this.")
            : Change(collection, present => present with { SubscriptionAdminVerified = verified.Value });
    }

    private RequestDelegate Change(Collection collection, Func<Collection, Collection> change) =>
        collections.Update(collection.Id, change) is null
            ? TransferAnswers.NotFound("EndpointDeleted", $"The endpoint '{collection.Id}' has been deleted.")
            : TransferAnswers.Result("Updated", "Endpoint updated successfully");

    private static RequestDelegate Denied(Collection collection) =>
        TransferAnswers.PermissionDenied($"Only an administrator of the endpoint {collection.Id} may do this.");
}
