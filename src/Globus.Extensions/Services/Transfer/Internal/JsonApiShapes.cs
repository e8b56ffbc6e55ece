namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>The kinds of resources that the second version of the service has.</summary>
internal static class JsonApiShapes
{
    private const string AccessPointType = "StreamAccessPoint";

    public static JsonApiShape<Tunnel> Tunnel { get; } = new(
        "Tunnel",
        TransferAnswers.Tunnel,
        new("initiator", AccessPointType, "initiator_id"),
        new("listener", AccessPointType, "listener_id"),
        new("owner", "Identity", "owner_id"));

    public static JsonApiShape<TunnelEvent> TunnelEvent { get; } = new("TunnelEvent", TransferAnswers.TunnelEvent);

    public static JsonApiShape<StreamAccessPoint> StreamAccessPoint { get; } = new(
        AccessPointType, TransferAnswers.StreamAccessPoint, new JsonApiRelation("host_endpoint", "Endpoint", "host_endpoint_id"));

    public static JsonApiShape<BookmarkV2> Bookmark { get; } = new(
        "Bookmark", TransferAnswers.BookmarkV2, new JsonApiRelation("collection", "Collection", "collection_id", "collection"));
}
