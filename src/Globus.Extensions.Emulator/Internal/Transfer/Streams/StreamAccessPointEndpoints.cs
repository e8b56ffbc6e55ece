using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.JsonApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using AccessPointResource = Globus.Extensions.Emulator.Internal.Transfer.JsonApi.JsonApiResource<
    Globus.Extensions.Emulator.Internal.Transfer.Streams.StreamAccessPointAttributes,
    Globus.Extensions.Emulator.Internal.Transfer.Streams.StreamAccessPointRelationships>;

namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>Stream access points on endpoints that the caller may see.</summary>
internal sealed class StreamAccessPointEndpoints(
    TransferAccess access, StreamAccessPoints points, CollectionStore collections, CollectionPermissions permissions, EndpointPresenter endpoints) : IEndpoints
{
    private const string Fulltext = "filter[fulltext]";
    private const string EndpointAdmin = "filter[endpoint_admin]";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Transfer + "/v2/stream_access_points", access.Route(List));
        routes.MapGet(EmulatorPaths.Transfer + "/v2/stream_access_points/{id}", access.Route(Get));
    }

    private RequestDelegate List(TransferCall call)
    {
        if (!JsonApiPage.TryRead(call, out var page, out var refusal))
        {
            return refusal;
        }

        if (call.Flag(EndpointAdmin, byDefault: false) is not { } isAdminOnly)
        {
            return TransferAnswers.BadRequest($"{EndpointAdmin} must be true or false.");
        }

        var isForAll = call.Query(EndpointAdmin) is null;
        string[] words = call.Query(Fulltext)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        StreamAccessPoint[] found =
        [
            .. points.All.Where(point => Host(point) is { } host
                && permissions.CanSee(host, call.Caller.Id)
                && (isForAll || permissions.IsAdministrator(host, call.Caller.Id) == isAdminOnly)
                && words.All(word => point.DisplayName.Contains(word, StringComparison.OrdinalIgnoreCase))),
        ];
        return TransferAnswers.Ok(
            page.Of(found, Present), TransferJsonContext.Default.JsonApiListJsonApiResourceStreamAccessPointAttributesStreamAccessPointRelationships);
    }

    private RequestDelegate Get(TransferCall call) =>
        points.TryFind(call.Id(), out var point) && Host(point) is { } host && permissions.CanSee(host, call.Caller.Id)
            ? TransferAnswers.Ok(
                new JsonApiDocument<AccessPointResource>(Present(point)),
                TransferJsonContext.Default.JsonApiDocumentJsonApiResourceStreamAccessPointAttributesStreamAccessPointRelationships)
            : TransferAnswers.NotFound("ClientError.NotFound", $"There is no stream access point '{call.Context.Request.RouteValues["id"]}'.");

    private AccessPointResource Present(StreamAccessPoint point)
    {
        var host = Host(point);
        return new AccessPointResource(
            "StreamAccessPoint",
            point.Id,
            new StreamAccessPointAttributes
            {
                DisplayName = point.DisplayName,
                TlsftpServer = point.TlsftpServer,
                AdvertisedOwner = host is null ? null : endpoints.OwnerOf(host),
                ContactEmail = host?.ContactEmail,
                ContactInfo = host?.ContactInfo,
                Department = host?.Department,
                Description = host?.Description,
                InfoLink = host?.InfoLink,
                Keywords = host?.Keywords,
                Organization = host?.Organization,
            },
            new StreamAccessPointRelationships(JsonApiRelationship.To("Endpoint", point.EndpointId)));
    }

    private Collection? Host(StreamAccessPoint point) => collections.TryFind(point.EndpointId, out var host) ? host : null;
}
