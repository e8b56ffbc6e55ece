using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Transfer.Roles;

/// <summary>Who has which role on a collection or endpoint. Whoever has one sees them; administrators give and take them.</summary>
internal sealed class RoleEndpoints(
    TransferAccess access, CollectionGate gate, CollectionPermissions permissions, ResourceStore<Role> roles, PrincipalDirectory principals) : IEndpoints
{
    private static readonly string[] Names = [Role.Administrator, Role.AccessManager, Role.ActivityManager, Role.ActivityMonitor];

    public void Map(IEndpointRouteBuilder routes)
    {
        const string One = EmulatorPaths.Transfer + "/v0.10/endpoint/{id}/role";
        routes.MapGet(One + "_list", access.Route(call => With(call, collection => List(call, collection))));
        routes.MapPost(One, access.Route((TransferCall call, Fields fields) => With(call, collection => Create(call, collection, fields))));
        routes.MapGet(One + "/{role}", access.Route(call => With(call, collection => WithRole(call, collection, Show))));
        routes.MapDelete(One + "/{role}", access.Route(call => With(call, collection => Delete(call, collection))));
    }

    private RequestDelegate List(TransferCall call, Collection collection) => permissions.RolesOf(collection, call.Caller.Id).Count == 0
        ? Denied(collection)
        : TransferAnswers.Ok(
            new DataList<RoleDocument>("role_list", [.. RolesOf(collection).Select(RoleDocument.Of)]), TransferJsonContext.Default.DataListRoleDocument);

    private RequestDelegate Create(TransferCall call, Collection collection, Fields fields)
    {
        if (!permissions.IsAdministrator(collection, call.Caller.Id))
        {
            return Denied(collection);
        }

        _ = fields.OneOf("DATA_TYPE", "role");
        var type = Required(fields, "principal_type", AccessRule.Identity, AccessRule.Group);
        var principal = fields.Id("principal", required: true);
        var name = Required(fields, "role", Names);
        if (fields.Problem is null && principals.FindProblem(type.Value, principal.Value) is { } unknown)
        {
            fields.Reject("principal", unknown);
        }

        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        var role = new Role { Id = Guid.NewGuid(), CollectionId = collection.Id, PrincipalType = type.Value, Principal = principal.Value, Name = name.Value };
        return IsSame(role, OwnersRole(collection)) || !roles.TrySet(role.Id, role, other => IsSame(role, other))
            ? TransferAnswers.Conflict($"{role.Principal} has the role {role.Name} already.")
            : TransferAnswers.Created(RoleDocument.Of(role), TransferJsonContext.Default.RoleDocument);
    }

    private RequestDelegate Delete(TransferCall call, Collection collection) => WithRole(call, collection, role =>
    {
        if (!permissions.IsAdministrator(collection, call.Caller.Id))
        {
            return Denied(collection);
        }

        if (role.Id == OwnersRole(collection).Id)
        {
            return TransferAnswers.Conflict("The owner is always an administrator.");
        }

        roles.Remove(role.Id);
        return TransferAnswers.Result("Deleted", $"Role {role.Id} deleted successfully");
    });

    private static RequestDelegate Show(Role role) => TransferAnswers.Ok(RoleDocument.Of(role), TransferJsonContext.Default.RoleDocument);

    private RequestDelegate With(TransferCall call, Func<Collection, RequestDelegate> handler) =>
        gate.TryFind(call, call.Id(), out var collection, out var refusal) ? handler(collection) : refusal;

    private RequestDelegate WithRole(TransferCall call, Collection collection, Func<Role, RequestDelegate> handler)
    {
        if (permissions.RolesOf(collection, call.Caller.Id).Count == 0)
        {
            return Denied(collection);
        }

        var id = call.Id("role");
        return RolesOf(collection).FirstOrDefault(role => role.Id == id) is { } found
            ? handler(found)
            : TransferAnswers.NotFound("RoleNotFound", $"There is no role '{call.Context.Request.RouteValues["role"]}'.");
    }

    private IEnumerable<Role> RolesOf(Collection collection) => roles.All.Where(role => role.CollectionId == collection.Id).Prepend(OwnersRole(collection));

    /// <summary>Nobody has given it, and nobody can take it.</summary>
    private static Role OwnersRole(Collection collection) => new()
    {
        Id = StableIds.Of($"owner of {collection.Id}"),
        CollectionId = collection.Id,
        PrincipalType = AccessRule.Identity,
        Principal = collection.OwnerId,
        Name = Role.Administrator,
    };

    private static bool IsSame(Role one, Role other) =>
        (one.CollectionId, one.PrincipalType, one.Principal, one.Name) == (other.CollectionId, other.PrincipalType, other.Principal, other.Name);

    private static Field<string> Required(Fields fields, string name, params string[] values)
    {
        if (!fields.Has(name))
        {
            fields.Reject(name, "is missing.");
        }

        return fields.OneOf(name, values);
    }

    private static RequestDelegate Denied(Collection collection) =>
        TransferAnswers.PermissionDenied($"You have no role on the endpoint {collection.Id} that allows this.");
}
