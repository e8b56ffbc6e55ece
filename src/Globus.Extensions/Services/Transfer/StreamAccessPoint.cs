using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Services.Transfer;

/// <summary>An access point for streams: one end of a tunnel.</summary>
public sealed record StreamAccessPoint
{
    /// <summary>The id.</summary>
    public required StreamAccessPointId Id { get; init; }

    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The address of its server.</summary>
    public string? TlsftpServer { get; init; }

    /// <summary>The user name of who offers it.</summary>
    public string? AdvertisedOwner { get; init; }

    /// <summary>The endpoint it belongs to.</summary>
    public EndpointId? HostEndpointId { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The organization that runs it.</summary>
    public string? Organization { get; init; }

    /// <summary>The department that runs it.</summary>
    public string? Department { get; init; }

    /// <summary>Words to find it by.</summary>
    public string? Keywords { get; init; }

    /// <summary>The e-mail address for questions about it.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Other ways to ask about it.</summary>
    public string? ContactInfo { get; init; }

    /// <summary>A link to more about it.</summary>
    public string? InfoLink { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
