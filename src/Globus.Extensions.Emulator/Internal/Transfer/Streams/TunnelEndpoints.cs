using System.Globalization;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.JsonApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TunnelResource = Globus.Extensions.Emulator.Internal.Transfer.JsonApi.JsonApiResource<
    Globus.Extensions.Emulator.Internal.Transfer.Streams.TunnelAttributes, Globus.Extensions.Emulator.Internal.Transfer.Streams.TunnelRelationships>;

namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>The caller's tunnels.</summary>
internal sealed class TunnelEndpoints(TransferAccess access, TunnelStore tunnels, StreamAccessPoints points, GlobusEmulatorOptions options) : IEndpoints
{
    private const string Type = "Tunnel";
    private const string AccessPoint = "StreamAccessPoint";

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Transfer + "/v2/tunnels";
        routes.MapGet(Root, access.Route(List));
        routes.MapPost(Root, access.Route(Create));
        routes.MapGet(Root + "/{id}", access.Route(call => With(call, Show)));
        routes.MapPatch(Root + "/{id}", access.Route((TransferCall call, Fields fields) => With(call, tunnel => Update(tunnel, fields))));
        routes.MapDelete(Root + "/{id}", access.Route(call => With(call, Delete)));
        routes.MapGet(Root + "/{id}/events", access.Route(call => With(call, tunnel => ListEvents(call, tunnel))));
    }

    private RequestDelegate List(TransferCall call) => JsonApiPage.TryRead(call, out var page, out var refusal)
        ? TransferAnswers.Ok(
            page.Of(tunnels.OwnedBy(call.Caller.Id), Present), TransferJsonContext.Default.JsonApiListJsonApiResourceTunnelAttributesTunnelRelationships)
        : refusal;

    private RequestDelegate Create(TransferCall call, Fields fields)
    {
        var data = JsonApiBody.Data(fields, Type, out var attributes, attributesRequired: true);
        var submission = attributes.Id("submission_id", required: true);
        fields.Adopt(attributes);
        if (fields.Problem is { } early)
        {
            return TransferAnswers.BadRequest(early);
        }

        // Whatever has become of the access points since: what was accepted once stays accepted.
        if (tunnels.TryFindSubmission(call.Caller.Id, submission.Value, out var accepted))
        {
            return Show(accepted);
        }

        var initiator = JsonApiBody.Relationship(fields, data, "initiator", AccessPoint);
        var listener = JsonApiBody.Relationship(fields, data, "listener", AccessPoint);
        var tunnel = TunnelFields.Read(attributes, call.Caller.Id, submission.Value, initiator.Value, listener.Value, Now);
        fields.Adopt(attributes);
        return fields.Problem is { } problem ? TransferAnswers.BadRequest(problem)
            : !points.TryFind(initiator.Value, out _) ? NoAccessPoint(initiator.Value)
            : !points.TryFind(listener.Value, out _) ? NoAccessPoint(listener.Value)
            : Show(tunnels.Add(tunnel));
    }

    private RequestDelegate Update(Tunnel tunnel, Fields fields)
    {
        _ = JsonApiBody.Data(fields, Type, out var attributes, attributesRequired: true);
        var change = TunnelFields.ReadChange(attributes);
        fields.Adopt(attributes);
        if (fields.Problem is { } problem)
        {
            return TransferAnswers.BadRequest(problem);
        }

        if (tunnels.Update(tunnel.Id, present => present.IsStopped ? null : change(present, Now)) is not { } changed)
        {
            return TransferAnswers.Conflict($"The tunnel {tunnel.Id} is stopped and cannot be changed.");
        }

        // With nothing to let go of it has stopped by the time it is asked for again.
        if (changed.State == TunnelStates.Stopping)
        {
            tunnels.Update(tunnel.Id, present => present.Stop("The tunnel has been stopped.", Now));
        }

        return Show(changed);
    }

    private RequestDelegate Delete(Tunnel tunnel) => tunnels.TryRemove(tunnel.Id)
        ? TransferAnswers.Ok(
            new JsonApiDocument<TunnelResource>(null), TransferJsonContext.Default.JsonApiDocumentJsonApiResourceTunnelAttributesTunnelRelationships)
        : TransferAnswers.Conflict($"The tunnel {tunnel.Id} is not stopped; ask for its state {TunnelStates.Stopping} first.");

    private static RequestDelegate ListEvents(TransferCall call, Tunnel tunnel)
    {
        if (!JsonApiPage.TryRead(call, out var page, out var refusal))
        {
            return refusal;
        }

        if (call.Flag("filter[is_error]", byDefault: false) is not { } isError)
        {
            return TransferAnswers.BadRequest("filter[is_error] must be true or false.");
        }

        TunnelEvent[] found =
        [
            .. tunnel.Events.Where(happening =>
                (call.Query("filter[is_error]") is null || happening.IsError == isError)
                && (call.Query("filter[code_name]") is not { } code || happening.Code == code)),
        ];
        return TransferAnswers.Ok(page.Of(found, Present), TransferJsonContext.Default.JsonApiListTunnelEventResource);
    }

    private RequestDelegate With(TransferCall call, Func<Tunnel, RequestDelegate> handler) =>
        !tunnels.TryFind(call.Id(), out var tunnel)
            ? TransferAnswers.NotFound("ClientError.NotFound", $"There is no tunnel '{call.Context.Request.RouteValues["id"]}'.")
        : tunnel.OwnerId != call.Caller.Id ? TransferAnswers.PermissionDenied($"The tunnel {tunnel.Id} is not yours.")
        : handler(tunnel);

    private static RequestDelegate Show(Tunnel tunnel) => TransferAnswers.Ok(
        new JsonApiDocument<TunnelResource>(Present(tunnel)), TransferJsonContext.Default.JsonApiDocumentJsonApiResourceTunnelAttributesTunnelRelationships);

    private static TunnelResource Present(Tunnel tunnel) => new(
        Type,
        tunnel.Id,
        new TunnelAttributes
        {
            CreatedTime = Time(tunnel.CreatedTime),
            Label = tunnel.Label,
            LifetimeMins = tunnel.LifetimeMins,
            ListenerIpAddress = tunnel.ListenerIpAddress,
            ListenerPort = tunnel.ListenerPort,
            Restartable = tunnel.Restartable,
            State = tunnel.State,
            Status = tunnel.Status,
            SubmissionId = tunnel.SubmissionId,
        },
        new TunnelRelationships(
            JsonApiRelationship.To(AccessPoint, tunnel.Initiator),
            JsonApiRelationship.To(AccessPoint, tunnel.Listener),
            JsonApiRelationship.To("Identity", tunnel.OwnerId)));

    private static TunnelEventResource Present(TunnelEvent happening) => new(
        happening.Id, new TunnelEventAttributes(happening.Code, happening.IsError, happening.Description, happening.Description, Time(happening.Time)));

    /// <summary>Times of version 2 have microseconds and no offset.</summary>
    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static RequestDelegate NoAccessPoint(Guid id) => TransferAnswers.NotFound("ClientError.NotFound", $"There is no stream access point '{id}'.");
}
