using System.Text.Json;
using System.Text.Json.Serialization;

namespace Globus.Extensions.Principals;

/// <summary>What the service answers when a client is registered: <c>POST /v2/api/clients</c>.</summary>
public sealed record CreatedClient
{
    /// <summary>The client.</summary>
    public required RegisteredClient Client { get; init; }

    /// <summary>What the service sends along with the client.</summary>
    public CreatedClientExtras? Included { get; init; }

    /// <summary>The first secret of the client, if the service made one. Keep it: it is not shown again.</summary>
    [JsonIgnore]
    public ClientCredential? Credential => Included?.ClientCredential;

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }
}
