using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.AccessRules;

/// <summary>Who may read and write what of a guest collection, for its access managers.</summary>
internal sealed class AccessRuleEndpoints(
    TransferAccess access, CollectionGate gate, CollectionPermissions permissions, AccessRuleBook rules, PrincipalDirectory principals) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string One = EmulatorPaths.Transfer + "/v0.10/endpoint/{id}/access";
        routes.MapGet(One + "_list", access.Route(call => With(call, List)));
        routes.MapPost(One, access.Route((TransferCall call, Fields fields) => With(call, collection => Create(collection, fields))));
        routes.MapGet(One + "/{rule}", access.Route(call => With(call, collection => Get(call, collection))));
        routes.MapPut(One + "/{rule}", access.Route((TransferCall call, Fields fields) =>
            With(call, collection => WithRule(call, collection, rule => Update(rule, fields)))));
        routes.MapDelete(One + "/{rule}", access.Route(call => With(call, collection => WithRule(call, collection, Delete))));
    }

    private RequestDelegate List(Collection collection) => TransferAnswers.Ok(
        new DataList<AccessRuleDocument>("access_list", rules.Of(collection)), TransferJsonContext.Default.DataListAccessRuleDocument);

    private RequestDelegate Create(Collection collection, Fields fields)
    {
        if (AccessRuleFields.Read(fields, collection.Id, principals, rules.Now) is not { } rule)
        {
            return TransferAnswers.BadRequest(fields.Problem!);
        }

        return !rules.TryAdd(rule)
            ? TransferAnswers.Conflict($"There is an access rule for '{rule.Path}' and this principal already.")
            : context => TransferAnswers.Created(
                new AccessCreateResult(rule.Id, TransferErrors.NewRequestId(), TransferErrors.ResourceOf(context)),
                TransferJsonContext.Default.AccessCreateResult)(context);
    }

    private RequestDelegate Get(TransferCall call, Collection collection)
    {
        var id = call.Id("rule");
        return rules.Of(collection).FirstOrDefault(rule => rule.Id == id) is { } found
            ? TransferAnswers.Ok(found, TransferJsonContext.Default.AccessRuleDocument)
            : NotFound(call);
    }

    private RequestDelegate Update(AccessRule rule, Fields fields)
    {
        var change = AccessRuleFields.ReadChange(fields, rule, rules.Now);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        rules.Update(rule.Id, change);
        return TransferAnswers.Result("Updated", $"Access rule '{rule.Id}' permissions updated successfully");
    }

    private RequestDelegate Delete(AccessRule rule)
    {
        rules.Remove(rule.Id);
        return TransferAnswers.Result("Deleted", $"Access rule '{rule.Id}' deleted successfully");
    }

    private RequestDelegate With(TransferCall call, Func<Collection, RequestDelegate> handler) =>
        !gate.TryFind(call, call.Id(), out var collection, out var refusal) ? refusal
        : !permissions.HasRole(collection, call.Caller.Id, Role.AccessManager)
            ? TransferAnswers.PermissionDenied($"Only an access manager of the endpoint {collection.Id} may do this.")
        : !collection.IsGuest ? TransferAnswers.NotSupported($"{collection.Id} is no guest collection; only these have access rules.")
        : handler(collection);

    private RequestDelegate WithRule(TransferCall call, Collection collection, Func<AccessRule, RequestDelegate> handler)
    {
        var id = call.Id("rule");
        return rules.Find(collection, id) is { } rule ? handler(rule)
            : rules.Of(collection).Any(implied => implied.Id == id)
                ? TransferAnswers.NotSupported("The rule is implied by a role; change the role instead.")
            : NotFound(call);
    }

    private static RequestDelegate NotFound(TransferCall call) =>
        TransferAnswers.NotFound("AccessRuleNotFound", $"There is no access rule '{call.Context.Request.RouteValues["rule"]}'.");
}
