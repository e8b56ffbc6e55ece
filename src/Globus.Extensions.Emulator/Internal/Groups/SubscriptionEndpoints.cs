using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Which group provides a subscription, and for which groups its administrators vouch.</summary>
internal sealed class SubscriptionEndpoints(GroupAccess access, GroupStore groups, SubscriptionAdministration administration) : IEndpoints
{
    private const string Verified = "subscription_admin_verified_id";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Groups + "/v2/subscription_info/{subscription}", access.Read(GetAsync));
        routes.MapPut(EmulatorPaths.Groups + "/v2/groups/{id}/subscription_admin_verified", access.Write(VerifyAsync));
    }

    private Task GetAsync(GroupCall call) =>
        Guid.TryParse((string?)call.Context.Request.RouteValues["subscription"], out var id) && groups.FindBySubscription(id) is { } group
            ? JsonAnswer.WriteAsync(
                call.Context,
                StatusCodes.Status200OK,
                new SubscriptionGroupDocument(group.Id, id, SubscriptionDocument.Limited(group.Subscription!)),
                EmulatorJsonContext.Default.SubscriptionGroupDocument)
            : GroupErrors.NotFoundAsync(call.Context, "There is no such subscription.");

    // An administrator of a subscription need not see the group.
    private Task VerifyAsync(GroupCall call, JsonElement body)
    {
        var fields = new BodyFields(body);
        var subscription = fields.Has(Verified) ? fields.Id(Verified) : throw fields.Invalid(Verified, "field required");
        if (groups.Find(call.GroupId) is not { } group)
        {
            return GroupErrors.NotFoundAsync(call.Context);
        }

        if (!administration.MayVerify(call.Caller.Id, group, subscription))
        {
            return group.IsVisibleTo(call.Caller.Id)
                ? GroupErrors.ForbiddenAsync(call.Context, "Only an admin of the subscription's group may do this.")
                : GroupErrors.NotFoundAsync(call.Context);
        }

        return groups.Update(group.Id, present => present with { SubscriptionAdminVerifiedId = subscription }) is null
            ? GroupErrors.NotFoundAsync(call.Context)
            : JsonAnswer.WriteAsync(
                call.Context, StatusCodes.Status200OK, new VerificationDocument(group.Id, subscription), EmulatorJsonContext.Default.VerificationDocument);
    }
}
