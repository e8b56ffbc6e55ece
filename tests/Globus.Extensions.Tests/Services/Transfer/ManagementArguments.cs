using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>What one call of the conformance data says: the path, the query and the body of its request, and what is told of it.</summary>
internal sealed record ManagementArguments(string Path, JsonObject Query, JsonObject? Body, JsonObject Metadata)
{
    /// <summary>The fourth segment: in <c>/v2/tunnels/{id}</c> and <c>/v0.10/endpoint/{id}/…</c>, what the call is about.</summary>
    public string Id => Path.Split('/')[3];

    /// <summary>The same of <c>/v0.10/endpoint_manager/task/{id}/…</c>.</summary>
    public string ManagedId => Path.Split('/')[4];

    private JsonObject? Resource => Body?["data"]?.AsObject();

    private JsonObject? Attributes => Resource?["attributes"]?.AsObject();

    public string? Text(string name) => Query[name]?.GetValue<string>();

    public Optional<string?> Member(string name) => Body?.ContainsKey(name) == true ? Body[name]?.GetValue<string>() : default(Optional<string?>);

    public TunnelCreation NewTunnel()
    {
        var creation = new TunnelCreation
        {
            InitiatorId = new StreamAccessPointId(RelatedTo("initiator") ?? Metadata["initiator_ap"]!.GetValue<string>()),
            ListenerId = new StreamAccessPointId(RelatedTo("listener") ?? Metadata["listener_ap"]!.GetValue<string>()),
            Label = Attribute("label") ?? Metadata["display_name"]?.GetValue<string>(),
            Restartable = Attributes?["restartable"]?.GetValue<bool>(),
            Lifetime = Attributes?["lifetime_mins"] is { } minutes ? TimeSpan.FromMinutes(minutes.GetValue<int>()) : null,
            ListenerIpAddress = Attribute("listener_ip_address"),
            ListenerPort = Attributes?["listener_port"]?.GetValue<int>(),
            AdditionalFields = Additional,
        };
        return Attribute("submission_id") is { } id ? creation with { SubmissionId = new SubmissionId(id) } : creation;
    }

    public TunnelUpdate TunnelChange() => new()
    {
        Label = Attributes?.ContainsKey("label") == true ? Attribute("label") : default(Optional<string?>),
        ListenerIpAddress = Attribute("listener_ip_address"),
        ListenerPort = Attributes?["listener_port"]?.GetValue<int>(),
        State = Attribute("state") is { } state ? new TunnelState(state) : null,
        AdditionalFields = Additional,
    };

    public BookmarkV2Creation NewBookmark() => new()
    {
        Name = Attribute("name") ?? Metadata["name"]!.GetValue<string>(),
        Path = Attribute("path") ?? Metadata["path"]!.GetValue<string>(),
        CollectionId = new EndpointId(RelatedTo("collection") ?? Metadata["collection"]!.GetValue<string>()),
        AdditionalFields = Additional,
    };

    public BookmarkV2Update BookmarkChange() => new()
    {
        Name = Attribute("name") ?? Metadata["name"]!.GetValue<string>(),
        Path = Attribute("path") ?? Metadata["path"]!.GetValue<string>(),
        AdditionalFields = Additional,
    };

    /// <summary>The member that no property of ours stands for.</summary>
    private JsonObject? Additional => Attributes?["k"] is { } value ? new JsonObject { ["k"] = value.DeepClone() } : null;

    private string? Attribute(string name) => Attributes?[name]?.GetValue<string>();

    private string? RelatedTo(string name) => Resource?["relationships"]?[name]?["data"]?["id"]?.GetValue<string>();
}
