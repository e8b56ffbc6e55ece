using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>Pause rules: made and changed by activity managers, seen by activity monitors, and in short by those whom they stop.</summary>
internal sealed class PauseRuleEndpoints(
    TransferAccess access,
    CollectionGate gate,
    CollectionStore collections,
    CollectionPermissions permissions,
    ResourceStore<PauseRule> store,
    PauseRuleBook rules,
    PauseRulePresenter presenter,
    PrincipalDirectory principals,
    TaskPauses pauses) : IEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v0.10/endpoint_manager/pause_rule";
        routes.MapGet(Root + "_list", access.Route(List));
        routes.MapPost(Root, access.Route(Create));
        routes.MapGet(Root + "/{id}", access.Route(call => With(call, (rule, _) => Show(call, rule))));
        routes.MapPut(Root + "/{id}", access.Route((TransferCall call, Fields fields) =>
            WithEditable(call, rule => Update(call, rule, fields))));
        routes.MapDelete(Root + "/{id}", access.Route(call => WithEditable(call, Delete)));
        routes.MapGet(EmulatorPaths.Transfer + "/v0.10/endpoint/{id}/my_effective_pause_rule_list", access.Route(ListEffective));
    }

    private RequestDelegate List(TransferCall call)
    {
        var filter = call.Query("filter_endpoint");
        if (filter is not null && !Guid.TryParse(filter, out _))
        {
            return TransferAnswers.BadRequest($"filter_endpoint '{filter}' is not a UUID.");
        }

        if (filter is not null && !gate.TryFind(call, Guid.Parse(filter), out _, out var refusal))
        {
            return refusal;
        }

        HashSet<Guid> monitored = [.. collections.All
            .Where(collection => (filter is null || collection.Id == Guid.Parse(filter)) && permissions.CanMonitor(collection, call.Caller.Id))
            .Select(static collection => collection.Id)];
        return monitored.Count == 0
            ? TransferAnswers.PermissionDenied("You monitor no such endpoint.")
            : TransferAnswers.Ok(
                new DataList<PauseRuleDocument>(
                    "pause_rule_list",
                    [.. store.All.Where(rule => monitored.Contains(rule.CollectionId)).Select(rule => presenter.Present(rule, call.Caller.Id))]),
                TransferJsonContext.Default.DataListPauseRuleDocument);
    }

    private RequestDelegate Create(TransferCall call, Fields fields)
    {
        var change = PauseRuleFields.Read(fields, isNew: true);
        var endpoint = fields.Id("endpoint_id", required: true);
        var identity = fields.NullableId("identity_id");
        if (fields.Problem is null && identity.Value is { } given && principals.FindProblem(AccessRule.Identity, given) is { } unknown)
        {
            fields.Reject("identity_id", unknown);
        }

        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (!gate.TryFind(call, endpoint.Value, out var collection, out var refusal))
        {
            return refusal;
        }

        if (!permissions.CanManage(collection, call.Caller.Id))
        {
            return Denied(collection);
        }

        var rule = change(new PauseRule
        {
            Id = Guid.NewGuid(),
            CollectionId = collection.Id,
            Message = "",
            IdentityId = identity.Value,
            ModifiedById = call.Caller.Id,
            CreatedByHostManager = !permissions.HasRole(collection, call.Caller.Id, Role.ActivityManager),
        });
        store.Set(rule.Id, rule);
        pauses.ReviewAll();
        return TransferAnswers.Created(presenter.Present(rule, call.Caller.Id), TransferJsonContext.Default.PauseRuleDocument);
    }

    /// <summary>What cannot be changed is ignored.</summary>
    private RequestDelegate Update(TransferCall call, PauseRule rule, Fields fields)
    {
        var change = PauseRuleFields.Read(fields, isNew: false);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (store.Update(rule.Id, present => change(present) with { ModifiedById = call.Caller.Id }) is not { } changed)
        {
            return NotFound(call);
        }

        pauses.ReviewAll();
        return Show(call, changed);
    }

    private RequestDelegate Delete(PauseRule rule)
    {
        store.Remove(rule.Id);
        pauses.ReviewAll();
        return TransferAnswers.Result("Deleted", $"Pause rule {rule.Id} deleted successfully");
    }

    private RequestDelegate ListEffective(TransferCall call) => gate.TryFind(call, call.Id(), out var collection, out var refusal)
        ? TransferAnswers.Ok(
            new DataList<PauseRuleDocument>(
                "pause_rule_list", [.. rules.Effective(collection, call.Caller.Id).Select(presenter.PresentLimited)]),
            TransferJsonContext.Default.DataListPauseRuleDocument)
        : refusal;

    private RequestDelegate Show(TransferCall call, PauseRule rule) =>
        TransferAnswers.Ok(presenter.Present(rule, call.Caller.Id), TransferJsonContext.Default.PauseRuleDocument);

    private RequestDelegate With(TransferCall call, Func<PauseRule, Collection, RequestDelegate> handler) =>
        !store.TryFind(call.Id(), out var rule) || !collections.TryFind(rule.CollectionId, out var collection) ? NotFound(call)
        : !permissions.CanMonitor(collection, call.Caller.Id) ? Denied(collection)
        : handler(rule, collection);

    private RequestDelegate WithEditable(TransferCall call, Func<PauseRule, RequestDelegate> handler) => With(call, (rule, collection) =>
        presenter.CanEdit(rule, collection, call.Caller.Id) ? handler(rule) : Denied(collection));

    private static RequestDelegate Denied(Collection collection) =>
        TransferAnswers.PermissionDenied($"You have no activity role on the endpoint {collection.Id} that allows this.");

    private static RequestDelegate NotFound(TransferCall call) =>
        TransferAnswers.NotFound("PauseRuleNotFound", $"There is no pause rule '{call.Context.Request.RouteValues["id"]}'.");
}
